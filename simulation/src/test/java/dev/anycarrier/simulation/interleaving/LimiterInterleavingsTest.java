package dev.anycarrier.simulation.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.limit.RateLimiter;
import dev.anycarrier.engine.limit.RateLimiter.Permit;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.simulation.schedule.Exploration;
import dev.anycarrier.simulation.schedule.Explorer;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A limit of one or two requests a second, and callers who ask, send, give up or are ended in every order. */
class LimiterInterleavingsTest {

    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final SimId SIM = SimId.parse("8944465400000217735");

    /** The limiter under test beside what the carrier sees. */
    private static final class Limited {

        private final Ports ports;
        private final RateLimiter limiter;
        private final int most;
        private final long origin;
        private final List<Long> written = new ArrayList<>();

        Limited(final Simulation simulation, final int most) {
            this.ports = simulation.ports();
            this.most = most;
            this.origin = ports.time().nanoTime();
            this.limiter = new RateLimiter(ports, StateStore.none(), "account", Duration.ofSeconds(10));
            limiter.enforce(List.of(new RateLimit(LimitScope.ACCOUNT, most, WINDOW)), Optional.empty());
        }

        Duration elapsed() {
            return Duration.ofNanos(ports.time().nanoTime() - origin);
        }

        String send() {
            final Permit permit = limiter.acquire(false, Optional.of(SIM), Callers.turn(ports));
            written.add(elapsed().toNanos());
            permit.sent();
            permit.done();
            return "sent";
        }

        String findNoConnection() {
            final Permit permit = limiter.acquire(false, Optional.of(SIM), Callers.turn(ports));
            permit.notSent();
            permit.done();
            return "not sent";
        }

        String refused(final int seconds) {
            final Permit permit = limiter.acquire(false, Optional.of(SIM), Callers.turn(ports));
            written.add(elapsed().toNanos());
            permit.sent();
            final HttpHeaders headers = HttpHeaders.none().with("Retry-After", "" + seconds);
            permit.answered(new HttpResponse(429, headers, new byte[0]));
            permit.done();
            return "refused";
        }

        void neverAboveTheLimit() {
            for (int i = most; i < written.size(); i++) {
                assertThat(written.get(i) - written.get(i - most)).isGreaterThanOrEqualTo(WINDOW.toNanos());
            }
        }

        /** As long as the limit asks for, and no longer. */
        void tookWindows(final int windows) {
            assertThat(elapsed()).isEqualTo(WINDOW.multipliedBy(windows));
        }
    }

    private static void explore(final int preemptions, final Consumer<Simulation> scenario) {
        final Exploration exploration = Explorer.withPreemptions(preemptions).explore(scenario);
        assertThat(exploration.runs()).isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({"2,1,2147483647", "2,2,4", "3,1,2", "3,2,2"})
    @Fault("CON-02")
    void everybody_gets_through_as_soon_as_the_limit_allows_and_never_more(
            final int callers, final int most, final int preemptions) {
        explore(preemptions, simulation -> {
            final Limited limited = new Limited(simulation, most);
            final Callers all = new Callers(simulation);
            for (int i = 0; i < callers; i++) {
                all.start(limited::send);
            }
            assertThat(all.outcomes()).containsOnly("sent");
            limited.neverAboveTheLimit();
            limited.tookWindows((callers - 1) / most);
        });
    }

    @ParameterizedTest
    @CsvSource({"2,1,4", "3,1,2", "3,2,2"})
    @Fault("CON-02")
    void a_place_that_is_given_back_is_lost_to_nobody(final int callers, final int most, final int preemptions) {
        explore(preemptions, simulation -> {
            final Limited limited = new Limited(simulation, most);
            final Callers all = new Callers(simulation);
            all.start(limited::findNoConnection);
            for (int i = 1; i < callers; i++) {
                all.start(limited::send);
            }
            assertThat(all.outcomes()).doesNotContain("no outcome");
            limited.neverAboveTheLimit();
            assertThat(limited.written).hasSize(callers - 1);
            final long last = limited.written.get(callers - 2);
            assertThat(last)
                    .isLessThanOrEqualTo(
                            WINDOW.multipliedBy((callers - 1) / most).toNanos());
        });
    }

    @ParameterizedTest
    @CsvSource({"2,1,4", "3,1,2", "3,2,2"})
    @Fault("CON-02")
    void one_who_is_interrupted_takes_no_place_along(final int callers, final int most, final int preemptions) {
        explore(preemptions, simulation -> {
            final Limited limited = new Limited(simulation, most);
            final Callers all = new Callers(simulation);
            final SimulatedThread leaving = all.start(limited::send);
            for (int i = 1; i < callers; i++) {
                all.start(limited::send);
            }
            leaving.interrupt();
            final List<Object> outcomes = all.outcomes();
            assertThat(outcomes.get(0)).matches(outcome -> "sent".equals(outcome) || Callers.isCancelled(outcome));
            assertThat(outcomes.subList(1, callers)).containsOnly("sent");
            limited.neverAboveTheLimit();
            limited.tookWindows((limited.written.size() - 1) / most);
        });
    }

    @ParameterizedTest
    @CsvSource({"2,1,4", "3,1,2", "3,2,2"})
    @Fault("CON-02")
    void when_it_is_closed_nobody_waits_on(final int callers, final int most, final int preemptions) {
        explore(preemptions, simulation -> {
            final Limited limited = new Limited(simulation, most);
            final Callers all = new Callers(simulation);
            for (int i = 0; i < callers; i++) {
                all.start(limited::send);
            }
            limited.limiter.close();
            assertThat(all.outcomes()).allMatch(outcome -> "sent".equals(outcome) || Callers.isCancelled(outcome));
            limited.neverAboveTheLimit();
            limited.tookWindows(0);
        });
    }

    @ParameterizedTest
    @CsvSource({"2,2,4", "3,2,2"})
    @Fault("CON-02")
    void after_a_refusal_nobody_sends_before_its_time(final int callers, final int most, final int preemptions) {
        explore(preemptions, simulation -> {
            final Limited limited = new Limited(simulation, most);
            final Callers all = new Callers(simulation);
            final long[] refusedAt = {Long.MAX_VALUE};
            all.start(() -> {
                final String refused = limited.refused(5);
                refusedAt[0] = limited.written.size();
                return refused;
            });
            for (int i = 1; i < callers; i++) {
                all.start(limited::send);
            }
            assertThat(all.outcomes()).doesNotContain("no outcome");
            limited.neverAboveTheLimit();
            limited.written.stream()
                    .skip(refusedAt[0])
                    .forEach(at -> assertThat(at)
                            .isGreaterThanOrEqualTo(Duration.ofSeconds(5).toNanos()));
        });
    }
}
