package dev.anycarrier.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.limit.Waiter.Outcome;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random traffic with random pauses everywhere, judged by somebody who only counts. */
class ExactnessTest {

    private static final int STEPS = 1_500;
    private static final int SIMS = 6;
    private static final long LONGEST = 1_000;

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_window_ever_holds_too_many_and_no_free_place_is_left_to_wait_for(final long seed) {
        new Run(seed).run();
    }

    private record Waits(Waiter waiter, boolean token, int sim) {}

    private record Live(Granted permit, Carrier.Request request) {}

    private static final class Run {

        private final Random random;
        private final Carrier carrier;
        private final Admission admission;
        private final List<Waits> waiting = new ArrayList<>();
        private final List<Live> live = new ArrayList<>();
        private long now;
        private int granted;

        Run(final long seed) {
            random = new Random(seed);
            now = Long.MAX_VALUE - random.nextLong(50_000);
            final List<RateLimit> limits = new ArrayList<>();
            for (final LimitScope scope : LimitScope.values()) {
                for (int i = random.nextInt(3); i > 0; i--) {
                    limits.add(new RateLimit(
                            scope, 1 + random.nextInt(4), Duration.ofNanos(1 + random.nextLong(LONGEST))));
                }
            }
            carrier = new Carrier(limits);
            admission = new Admission(random, now);
            admission.enforce(limits);
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                now += random.nextInt(3) == 0 ? random.nextInt(150) : 0;
                settle();
                switch (random.nextInt(9)) {
                    case 0, 1, 2 -> enter();
                    case 3, 4 -> write();
                    case 5, 6 -> report();
                    case 7 -> end();
                    default -> cancelOrRaise();
                }
                settle();
                carrier.forgetBefore(now - LONGEST);
            }
            assertThat(granted).isPositive();
            finish();
        }

        private void enter() {
            final boolean token = random.nextInt(5) == 0;
            final int sim = token ? -1 : random.nextInt(SIMS + 1) - 1;
            final Waiter waiter = admission.enter(
                    this,
                    token,
                    sim < 0 ? Optional.empty() : Optional.of(SimId.parse("sim" + sim)),
                    random.nextInt(3) == 0 ? Priority.INTERACTIVE : Priority.SWEEP,
                    now + random.nextInt(3_000),
                    now);
            waiting.add(new Waits(waiter, token, sim));
        }

        private void write() {
            pick().filter(one -> !one.request.written).ifPresent(one -> carrier.written(one.request, now));
        }

        private void report() {
            pick().filter(one -> one.permit.state == Granted.State.PENDING).ifPresent(one -> {
                if (one.request.written) {
                    assertThat(admission.sent(one.permit, now)).isTrue();
                    one.request.reported = true;
                    one.request.reportedAt = now;
                } else if (random.nextBoolean()) {
                    carrier.notSent(one.request);
                    assertThat(admission.notSent(one.permit, now)).isTrue();
                }
            });
        }

        private void end() {
            pick().filter(one -> one.permit.state != Granted.State.PENDING).ifPresent(one -> {
                if (random.nextInt(4) == 0 && one.permit.state == Granted.State.SENT) {
                    one.request.countsForSim = false;
                    admission.giveBackForSim(one.permit, now);
                }
                assertThat(admission.done(one.permit)).isTrue();
                live.remove(one);
            });
        }

        private void cancelOrRaise() {
            if (!waiting.isEmpty()) {
                final Waits one = waiting.get(random.nextInt(waiting.size()));
                if (random.nextBoolean()) {
                    admission.lane(one.token).leave(one.waiter, Outcome.CANCELLED, now);
                } else {
                    admission.lane(one.token).change(one.waiter, Priority.INTERACTIVE, one.waiter.deadline + 500, now);
                }
            }
        }

        private Optional<Live> pick() {
            return live.isEmpty() ? Optional.empty() : Optional.of(live.get(random.nextInt(live.size())));
        }

        private void settle() {
            admission.lane(true).advance(now);
            admission.lane(false).advance(now);
            for (final Waits one : waiting) {
                if (one.waiter.isOpen() && now - one.waiter.deadline >= 0) {
                    admission.lane(one.token).leave(one.waiter, Outcome.REFUSED, now);
                }
            }
            final List<Boolean> sweepsGranted = new ArrayList<>();
            for (final Waits one : List.copyOf(waiting)) {
                if (one.waiter.outcome == Outcome.GRANTED) {
                    live.add(new Live(
                            new Granted(one.token, Optional.empty(), one.waiter.sim),
                            carrier.granted(one.token, one.sim)));
                    granted++;
                    if (one.waiter.priority == Priority.SWEEP) {
                        sweepsGranted.add(one.token);
                    }
                }
                if (!one.waiter.isOpen()) {
                    waiting.remove(one);
                }
            }
            for (final Waits one : waiting) {
                final boolean simIsFree = carrier.isFree(true, one.token, one.sim, now);
                assertThat(simIsFree && carrier.isFree(false, one.token, one.sim, now))
                        .as("somebody waits for a free place")
                        .isFalse();
                if (one.waiter.priority == Priority.INTERACTIVE && simIsFree) {
                    assertThat(sweepsGranted).as("a sweep went first").doesNotContain(one.token);
                }
                final long comeBack = admission.lane(one.token).comeBack(one.waiter, now);
                assertThat(comeBack - now).isPositive();
                assertThat(comeBack - one.waiter.deadline).isNotPositive();
            }
        }

        private void finish() {
            for (final Waits one : List.copyOf(waiting)) {
                admission.lane(one.token).leave(one.waiter, Outcome.CANCELLED, now);
                assertThat(one.waiter.outcome).isEqualTo(Outcome.CANCELLED);
                waiting.remove(one);
                settle();
            }
            for (final Live one : live) {
                final boolean pending = admission.sent(one.permit, now);
                assertThat(admission.done(one.permit)).isTrue();
                assertThat(admission.sent(one.permit, now)).as("%s", pending).isFalse();
            }
            assertThat(admission.lane(true).waiting() + admission.lane(false).waiting())
                    .isZero();
            now += LONGEST;
            for (int sim = 0; sim < SIMS; sim++) {
                assertThat(admission.enter(this, false, Optional.of(SimId.parse("sim" + sim)), Priority.SWEEP, now, now)
                                .outcome)
                        .isEqualTo(Outcome.GRANTED);
                now += LONGEST;
                admission.lane(false).shared().giveBack();
            }
        }
    }
}
