package dev.anycarrier.simulation.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.token.AccessTokens;
import dev.anycarrier.engine.token.AccessTokens.Held;
import dev.anycarrier.simulation.schedule.Exploration;
import dev.anycarrier.simulation.schedule.Explorer;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One fetch for all who need a token, and none for whoever comes late with the old one. */
class TokensInterleavingsTest {

    private static final Duration ATTEMPT = Duration.ofSeconds(10);

    /** Tokens under test beside what the token endpoint sees. */
    private static final class Endpoint {

        private final Ports ports;
        private final AccessTokens tokens;
        private int fetches;
        private boolean fails;

        Endpoint(final Simulation simulation) {
            ports = simulation.ports();
            tokens = new AccessTokens(
                    flight -> {
                        flight.sent();
                        return fetch();
                    },
                    List::of,
                    ports,
                    ATTEMPT);
        }

        private AccessToken fetch() {
            final int number = ++fetches;
            Callers.pass(ports, Duration.ofSeconds(1));
            if (fails) {
                throw UsageException.unavailable(UnavailableCause.CARRIER_ERROR, "down")
                        .build();
            }
            return new AccessToken(Secret.of("planted-token-" + number), Duration.ofDays(1));
        }

        Held get() {
            return tokens.get(Callers.turn(ports));
        }

        Held after(final Held refused) {
            return tokens.after(refused, Callers.turn(ports));
        }
    }

    private static void explore(final int preemptions, final Consumer<Simulation> scenario) {
        final Exploration exploration = Explorer.withPreemptions(preemptions).explore(scenario);
        assertThat(exploration.runs()).isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({"2,2", "3,1"})
    @Fault("CON-01")
    void callers_without_a_token_lead_to_one_fetch(final int callers, final int preemptions) {
        explore(preemptions, simulation -> {
            final Endpoint endpoint = new Endpoint(simulation);
            final Callers all = new Callers(simulation);
            for (int i = 0; i < callers; i++) {
                all.start(endpoint::get);
            }
            assertThat(all.outcomes()).allMatch(outcome -> outcome instanceof Held held && held.generation() == 1);
            assertThat(endpoint.fetches).isEqualTo(1);
            all.settle();
        });
    }

    @ParameterizedTest
    @CsvSource({"2,2", "3,1"})
    @Fault("CON-01")
    void refusals_of_one_token_lead_to_one_fetch_however_late_they_come(final int callers, final int preemptions) {
        explore(preemptions, simulation -> {
            final Endpoint endpoint = new Endpoint(simulation);
            final Held first = endpoint.get();
            final Callers all = new Callers(simulation);
            for (int i = 0; i < callers; i++) {
                all.start(() -> endpoint.after(first));
            }
            assertThat(all.outcomes()).allMatch(outcome -> outcome instanceof Held held && held.generation() == 2);
            assertThat(endpoint.after(first).generation()).isEqualTo(2);
            assertThat(endpoint.fetches).isEqualTo(2);
            all.settle();
        });
    }

    @ParameterizedTest
    @CsvSource({"2,2", "3,1"})
    @Fault("CON-01")
    void a_failed_fetch_is_shared_and_not_repeated_at_once(final int callers, final int preemptions) {
        explore(preemptions, simulation -> {
            final Endpoint endpoint = new Endpoint(simulation);
            endpoint.fails = true;
            final Callers all = new Callers(simulation);
            for (int i = 0; i < callers; i++) {
                all.start(endpoint::get);
            }
            assertThat(all.outcomes()).allMatch(outcome -> outcome instanceof UsageException);
            assertThat(endpoint.fetches).isEqualTo(1);
            endpoint.fails = false;
            Callers.pass(endpoint.ports, Duration.ofMinutes(1));
            assertThat(endpoint.get().generation()).isEqualTo(1);
            all.settle();
        });
    }

    @Test
    @Fault("CON-01")
    void a_caller_who_is_interrupted_takes_no_fetch_along_that_others_wait_for() {
        explore(2, simulation -> {
            final Endpoint endpoint = new Endpoint(simulation);
            final Callers all = new Callers(simulation);
            final SimulatedThread leaving = all.start(endpoint::get);
            all.start(endpoint::get);
            leaving.interrupt();
            final List<Object> outcomes = all.outcomes();
            assertThat(outcomes.get(0)).matches(outcome -> outcome instanceof Held || Callers.isCancelled(outcome));
            assertThat(outcomes.get(1)).isInstanceOf(Held.class);
            assertThat(endpoint.fetches).isBetween(1, 2);
            all.settle();
        });
    }

    @Test
    @Fault("CON-01")
    void when_it_is_closed_nobody_waits_on() {
        explore(2, simulation -> {
            final Endpoint endpoint = new Endpoint(simulation);
            final Callers all = new Callers(simulation);
            all.start(endpoint::get);
            all.start(endpoint::get);
            endpoint.tokens.close();
            assertThat(all.outcomes()).allMatch(outcome -> outcome instanceof Held || Callers.isCancelled(outcome));
            all.settle();
            assertThat(endpoint.tokens.recent()).isEmpty();
        });
    }
}
