package dev.anycarrier.engine.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every order in which three callers of an open breaker can come and go while time passes. */
class BreakerInterleavingsTest {

    private static final int DEPTH = 8;
    private static final long TICK = Duration.ofSeconds(10).toNanos();
    private static final long OPEN = 2 * TICK;
    private static final BreakerOptions OPTIONS =
            new BreakerOptions(1, 1, 100, 1, Duration.ofNanos(OPEN), Duration.ofNanos(OPEN));

    private int stories;

    @Test
    void whatever_the_order_one_probe_is_out_at_a_time_and_the_breaker_is_never_locked() {
        explore(new ArrayList<>());
        assertThat(stories).isGreaterThan(10_000);
    }

    private void explore(final List<Step> story) {
        final Story told = new Story();
        story.forEach(told::take);
        if (story.size() == DEPTH) {
            stories++;
            told.mustComeBack();
            return;
        }
        for (final Step step : told.possible()) {
            story.add(step);
            explore(story);
            story.remove(story.size() - 1);
        }
    }

    private enum What {
        ADMIT,
        ANSWERED,
        FAILED,
        ABANDONED,
        TICK
    }

    private record Step(What what, int caller) {}

    /** The breaker beside what an onlooker who sees every call knows must hold. */
    private static final class Story {

        private final BreakerSteps breaker = new BreakerSteps(OPTIONS, () -> 0L);
        private final long[] tickets = {-1, -1, -1};
        private final int[] eras = new int[tickets.length];
        private long now = Long.MAX_VALUE - 3 * TICK / 2;
        private int era;
        private boolean closed;
        private long shutUntil = now + OPEN;
        private boolean probing;
        private long probeBegan;

        Story() {
            final BreakerSteps.Admission first = breaker.admit(now);
            breaker.failed(((BreakerSteps.Admitted) first).ticket(), Optional.empty(), now);
        }

        List<Step> possible() {
            final List<Step> possible = new ArrayList<>(List.of(new Step(What.TICK, 0)));
            for (int caller = 0; caller < tickets.length; caller++) {
                if (tickets[caller] < 0) {
                    possible.add(new Step(What.ADMIT, caller));
                } else {
                    possible.add(new Step(What.ANSWERED, caller));
                    possible.add(new Step(What.FAILED, caller));
                    possible.add(new Step(What.ABANDONED, caller));
                }
            }
            return possible;
        }

        void take(final Step step) {
            switch (step.what) {
                case TICK -> now += TICK;
                case ADMIT -> admit(step.caller);
                case ANSWERED, FAILED, ABANDONED -> end(step.what, step.caller);
            }
        }

        /** Whatever happened: after the open time somebody is let through. */
        void mustComeBack() {
            now += OPEN;
            assertThat(breaker.admit(now)).isInstanceOf(BreakerSteps.Admitted.class);
        }

        private void admit(final int caller) {
            final BreakerSteps.Admission admission = breaker.admit(now);
            if (!(admission instanceof BreakerSteps.Admitted admitted)) {
                assertThat(closed).isFalse();
                assertThat(now - shutUntil).isNegative();
                return;
            }
            tickets[caller] = admitted.ticket();
            if (!closed) {
                assertThat(probing && now - probeBegan < OPEN).isFalse();
                assertThat(now - shutUntil).isNotNegative();
                era++;
                probing = true;
                probeBegan = now;
                shutUntil = now + OPEN;
            }
            eras[caller] = era;
        }

        private void end(final What what, final int caller) {
            final long ticket = tickets[caller];
            tickets[caller] = -1;
            switch (what) {
                case ANSWERED -> breaker.answered(ticket);
                case FAILED -> breaker.failed(ticket, Optional.empty(), now);
                default -> breaker.abandoned(ticket, now);
            }
            if (eras[caller] != era) {
                return;
            }
            if (what == What.FAILED) {
                enter(false);
                shutUntil = now + OPEN;
            } else if (what == What.ANSWERED && !closed) {
                enter(true);
            } else if (!closed) {
                probing = false;
                shutUntil = now;
            }
        }

        private void enter(final boolean newClosed) {
            era++;
            closed = newClosed;
            probing = false;
        }
    }
}
