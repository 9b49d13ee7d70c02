package dev.anycarrier.testkit.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.testkit.AdjustableClock;
import dev.anycarrier.testkit.CarrierTestClient;
import dev.anycarrier.testkit.CarrierTestClient.Answer;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.usage.SimStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PressOneSimulatorTest {

    private final AdjustableClock clock = new AdjustableClock("2024-01-20T09:00:00Z");
    private final SimulatedCarrier pressOne =
            new PressOneSimulator().start(SimulatorOptions.seeded(3).withClock(clock));
    private final CarrierTestClient client = new CarrierTestClient(pressOne.address());

    @AfterEach
    void close() {
        pressOne.close();
    }

    @Test
    void usage_is_under_the_misspelt_path_of_its_page_and_tokens_under_the_path_of_all_others() {
        final String token = token();

        assertThat(client.get("/cusomter/v2/sims/" + sim() + "/usage", "Authorization", token)
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/customer/v2/sims/" + sim() + "/usage", "Authorization", token)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_wrong_path_looks_like_an_unknown_sim() {
        final Answer wrongPath = client.get("/customer/v2/sims/" + sim() + "/usage", "Authorization", token());
        final Answer unknownSim = usage(pressOne.unknownSim().value(), token());

        assertThat(unknownSim.status()).isEqualTo(404);
        assertThat(unknownSim.json().path("code").textValue()).isEqualTo("not_found");
        assertThat(wrongPath.body()).isEqualTo(unknownSim.body());
    }

    @Test
    void a_sim_can_be_asked_about_a_hundred_times_a_minute_and_the_answer_stays_the_same() {
        final String token = token();
        final String first = usage(sim(), token).body();
        for (int i = 1; i < 100; i++) {
            assertThat(usage(sim(), token).body()).isEqualTo(first);
        }

        final Answer tooMany = usage(sim(), token);

        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.json().path("code").intValue()).isEqualTo(429);
        assertThat(tooMany.header("Retry-After")).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(usage(sim(), token).body()).isEqualTo(first);
    }

    @Test
    void the_code_of_an_error_is_a_number_or_a_text() {
        assertThat(usage(sim(), "Bearer made-up").json().path("code").isNumber())
                .isTrue();
        assertThat(client.postForm("/customer/v2/token", "client_id=a&client_secret=b&grant_type=client_credentials")
                        .json()
                        .path("code")
                        .isTextual())
                .isTrue();
    }

    @Test
    void no_sim_is_gone_since_pressone_documents_no_such_answer() {
        assertThat(pressOne.sims()).noneMatch(SimTruth::gone);
        assertThat(pressOne.sims()).anyMatch(sim -> sim.status() == SimStatus.TERMINATED);
    }

    private String sim() {
        return pressOne.sims().stream()
                .filter(sim -> !sim.gone())
                .findFirst()
                .orElseThrow()
                .sim()
                .value();
    }

    private Answer usage(final String iccid, final String authorization) {
        return client.get("/cusomter/v2/sims/" + iccid + "/usage", "Authorization", authorization);
    }

    private String token() {
        final String form = "client_id=" + pressOne.settings().get("client-id") + "&client_secret="
                + pressOne.settings().get("client-secret") + "&grant_type=client_credentials";
        return "Bearer "
                + client.postForm("/customer/v2/token", form)
                        .json()
                        .at("/data/access_token")
                        .textValue();
    }
}
