package dev.anycarrier.simulation.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.airalo.AiraloProviderFactory;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.simulation.schedule.Exploration;
import dev.anycarrier.simulation.schedule.Explorer;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.SimId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers of one SIM whose carrier may be asked once an hour, and who look and ask in every order there is. */
class FreshnessInterleavingsTest {

    private static final SimId SIM = SimId.parse("8944465400000217735");
    private static final String TOKEN = """
            {"data": {"token_type": "Bearer", "expires_in": 86400, "access_token": "planted"},
             "meta": {"message": "success"}}""";
    private static final String USAGE = """
            {"data": {"remaining": 1024, "total": 2048, "expired_at": "2027-01-01 00:00:00", "is_unlimited": false,
              "status": "ACTIVE", "remaining_voice": 0, "remaining_text": 0, "total_voice": 0, "total_text": 0},
             "meta": {"message": "success"}}""";

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT5M"})
    @Fault("CON-01")
    void whoever_looked_just_before_the_answer_came_gets_it_too(final Duration maximumAge) {
        final Exploration exploration = Explorer.withPreemptions(1).explore(simulation -> {
            final Carrier carrier = new Carrier(200);
            try (Anycarrier carriers = open(simulation, carrier)) {
                final CarrierAccount account = carriers.account("airalo");
                final Callers all = new Callers(simulation);
                for (int i = 0; i < 2; i++) {
                    all.start(() -> account.usage(
                                    SIM,
                                    CallOptions.defaults()
                                            .whenStale(WhenStale.FAIL)
                                            .withMaximumAge(maximumAge))
                            .report()
                            .sim());
                }
                assertThat(all.outcomes()).containsOnly(SIM);
                assertThat(carrier.questions).hasValue(1);
            }
        });
        assertThat(exploration.runs()).isGreaterThan(100);
    }

    @Test
    @Fault("CON-01")
    void whoever_looked_just_before_the_carrier_did_not_know_the_sim_hears_of_it_too() {
        Explorer.withPreemptions(1).explore(simulation -> {
            final Carrier carrier = new Carrier(404);
            try (Anycarrier carriers = open(simulation, carrier)) {
                final CarrierAccount account = carriers.account("airalo");
                final Callers all = new Callers(simulation);
                for (int i = 0; i < 2; i++) {
                    all.start(() -> account.usage(SIM));
                }
                assertThat(all.outcomes())
                        .allSatisfy(outcome ->
                                assertThat(((UsageException) outcome).kind()).isEqualTo(UsageException.Kind.NOT_FOUND));
                assertThat(carrier.questions).hasValue(1);
            }
        });
    }

    private static Anycarrier open(final Simulation simulation, final Carrier carrier) {
        return Anycarrier.builder()
                .ports(simulation.ports())
                .wires((account, options) -> carrier)
                .factory(new AiraloProviderFactory())
                .settings(Settings.builder()
                        .environment(Map.of())
                        .systemProperties(Map.of())
                        .set("airalo.provider", "airalo")
                        .set("airalo.client-id", "planted")
                        .set("airalo.client-secret", "planted")
                        .set("airalo.limit-sim", "1/1h")
                        .build())
                .build();
    }

    /** Answers at once. */
    private static final class Carrier implements Wire {

        private final int status;
        private final AtomicInteger questions = new AtomicInteger();

        Carrier(final int status) {
            this.status = status;
        }

        @Override
        public HttpResponse send(final HttpRequest request, final long deadline, final Written written) {
            final boolean token = request.uri().getPath().endsWith("/token");
            questions.addAndGet(token ? 0 : 1);
            written.sent();
            return new HttpResponse(
                    token ? 200 : status, HttpHeaders.none(), (token ? TOKEN : USAGE).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void dropIdleConnections() {}

        @Override
        public void close() {}
    }
}
