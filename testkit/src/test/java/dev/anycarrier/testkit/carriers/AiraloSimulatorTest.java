package dev.anycarrier.testkit.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.AdjustableClock;
import dev.anycarrier.testkit.CarrierTestClient;
import dev.anycarrier.testkit.CarrierTestClient.Answer;
import dev.anycarrier.testkit.Ledger.Entry;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimStatus;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AiraloSimulatorTest {

    private final AdjustableClock clock = new AdjustableClock("2024-01-20T09:00:00Z");
    private final SimulatorOptions options = SimulatorOptions.seeded(3).withClock(clock);
    private final SimulatedCarrier airalo = new AiraloSimulator().start(options);
    private final CarrierTestClient client = new CarrierTestClient(airalo.address());

    @AfterEach
    void close() {
        airalo.close();
    }

    @Test
    void a_token_is_wrapped_and_claims_366_days() {
        final JsonNode answer = client.postForm("/v2/token", credentials()).json();

        assertThat(answer.at("/data/token_type").textValue()).isEqualTo("Bearer");
        assertThat(answer.at("/data/expires_in").intValue()).isEqualTo(31_622_400);
        assertThat(answer.at("/data/access_token").textValue()).hasSize(64);
        assertThat(answer.at("/meta/message").textValue()).isEqualTo("success");
    }

    @Test
    void a_token_really_ends_after_24_hours() {
        final String token = token();
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(usage(airalo.unknownSim().value(), token).status()).isEqualTo(404);

        clock.advance(Duration.ofSeconds(1));

        final Answer late = usage(airalo.unknownSim().value(), token);
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.body()).isEqualTo("{\"data\":[],\"meta\":{\"message\":\"Unauthenticated.\"}}");
    }

    @Test
    void a_revoked_a_made_up_and_an_absent_token_are_refused() {
        final String token = token();
        airalo.revokeTokens();

        assertThat(usage(anySim(), token).status()).isEqualTo(401);
        assertThat(usage(anySim(), "made-up").status()).isEqualTo(401);
        assertThat(client.get("/v2/sims/" + anySim() + "/usage").status()).isEqualTo(401);
    }

    @Test
    void wrong_credentials_and_broken_forms_get_the_documented_envelopes() {
        final Answer wrong = client.postForm("/v2/token", credentials() + "x&grant_type=client_credentials");
        final Answer refused =
                client.postForm("/v2/token", "client_id=a&client_secret=b&grant_type=client_credentials");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"data\":[],\"meta\":{\"message\":\"Client authentication failed\"}}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().at("/data").fieldNames()).toIterable().containsExactly("grant_type");
        assertThat(wrong.json().at("/meta/message").textValue()).isEqualTo("the parameter is invalid");
    }

    @Test
    void a_fourth_token_call_within_a_minute_is_too_many() {
        token();
        token();
        token();
        clock.advance(Duration.ofSeconds(20));

        final Answer fourth = client.postForm("/v2/token", credentials());

        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.header("Retry-After")).contains("40");
        clock.advance(Duration.ofSeconds(40));
        assertThat(client.postForm("/v2/token", credentials()).status()).isEqualTo(200);
    }

    @Test
    void a_sim_can_be_asked_about_once_in_15_minutes() {
        final String token = token();
        assertThat(usage(anySim(), token).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(5));

        final Answer tooSoon = usage(anySim(), token);

        assertThat(tooSoon.status()).isEqualTo(429);
        assertThat(tooSoon.body()).isEqualTo("{\"message\":\"Too Many Attempts.\"}");
        assertThat(tooSoon.header("Retry-After")).contains("600");
        assertThat(tooSoon.header("X-RateLimit-Limit")).contains("1");
        assertThat(tooSoon.header("X-RateLimit-Remaining")).contains("0");
        clock.advance(Duration.ofMinutes(10));
        assertThat(usage(anySim(), token).status()).isEqualTo(200);
    }

    @Test
    void a_sixth_sim_within_a_second_is_too_many() {
        final String token = token();
        final List<String> sims =
                answering().stream().map(sim -> sim.sim().value()).toList();
        for (final String sim : sims.subList(0, 5)) {
            assertThat(usage(sim, token).status()).isEqualTo(200);
        }

        assertThat(usage(sims.get(5), token).header("Retry-After")).contains("1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(usage(sims.get(5), token).status()).isEqualTo(200);
    }

    @Test
    void without_limits_nothing_is_too_many() {
        try (SimulatedCarrier unlimited = new AiraloSimulator().start(options.withoutLimits())) {
            final CarrierTestClient load = new CarrierTestClient(unlimited.address());
            for (int i = 0; i < 20; i++) {
                assertThat(load.postForm("/v2/token", credentials()).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_limit_can_be_set_in_place_of_the_carriers_own() {
        final SimulatorOptions shorter =
                options.withLimit(new RateLimit(LimitScope.TOKEN_ENDPOINT, 1, Duration.ofSeconds(2)));
        try (SimulatedCarrier hurried = new AiraloSimulator().start(shorter)) {
            final CarrierTestClient hasty = new CarrierTestClient(hurried.address());
            assertThat(hasty.postForm("/v2/token", credentials()).status()).isEqualTo(200);
            assertThat(hasty.postForm("/v2/token", credentials()).header("Retry-After"))
                    .contains("2");
            clock.advance(Duration.ofSeconds(2));
            assertThat(hasty.postForm("/v2/token", credentials()).status()).isEqualTo(200);
        }
    }

    @Test
    void an_unknown_sim_is_answered_with_an_empty_array_of_data() {
        final Answer answer = usage(airalo.unknownSim().value(), token());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"data\":[],\"meta\":{\"message\":\"messages.resource_not_found\"}}");
    }

    @Test
    void a_sim_that_is_gone_is_answered_with_code_73() {
        final SimTruth gone =
                airalo.sims().stream().filter(SimTruth::gone).findFirst().orElseThrow();

        final Answer answer = usage(gone.sim().value(), token());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("code").intValue()).isEqualTo(73);
        assertThat(gone.status()).isEqualTo(SimStatus.TERMINATED);
    }

    @Test
    void a_recycled_sim_is_a_good_answer_of_nulls_and_zeros_and_has_no_buckets() {
        final SimTruth recycled = answering().stream()
                .filter(sim -> sim.status() == SimStatus.TERMINATED)
                .findFirst()
                .orElseThrow();

        assertThat(usage(recycled.sim().value(), token()).body())
                .isEqualTo("{\"data\":{\"remaining\":0,\"total\":0,\"expired_at\":null,\"is_unlimited\":null,"
                        + "\"status\":\"RECYCLED\",\"remaining_voice\":0,\"remaining_text\":0,\"total_voice\":0,"
                        + "\"total_text\":0},\"meta\":{\"message\":\"api.succes\"}}");
        assertThat(recycled.buckets()).isEmpty();
    }

    @Test
    void every_kind_of_sim_and_of_number_is_among_a_hundred() {
        final Set<String> seen = new HashSet<>();
        try (SimulatedCarrier unlimited = new AiraloSimulator().start(options.withoutLimits())) {
            final CarrierTestClient load = new CarrierTestClient(unlimited.address());
            final String token = token(load);
            for (final SimTruth sim : answering()) {
                final JsonNode data =
                        usage(load, sim.sim().value(), token).json().at("/data");
                seen.add(data.path("status").textValue());
                seen.add("remaining " + data.path("remaining").getNodeType());
                seen.add("whole " + data.path("remaining").isIntegralNumber());
                seen.add("unlimited " + data.path("is_unlimited").asText());
                seen.add("expires " + data.path("expired_at").getNodeType());
                seen.add("check digit " + ((Iccid) sim.sim()).hasValidCheckDigit());
                seen.add(
                        "buckets " + sim.buckets().stream().map(Bucket::service).toList());
            }
        }
        assertThat(seen)
                .contains("NOT_ACTIVE", "ACTIVE", "FINISHED", "EXPIRED", "UNKNOWN", "RECYCLED")
                .contains("remaining NUMBER", "remaining STRING", "whole true", "whole false")
                .contains("unlimited true", "unlimited false", "unlimited null")
                .contains("expires STRING", "expires NULL", "check digit true", "check digit false")
                .contains("buckets []", "buckets [DATA]", "buckets [DATA, VOICE, MESSAGE]");
    }

    @Test
    void the_ledger_tells_tokens_and_usage_apart_and_names_the_sim() {
        usage(anySim(), token());

        assertThat(airalo.ledger().entries())
                .extracting(Entry::purpose, Entry::status)
                .containsExactly(tuple(Purpose.TOKEN, 200), tuple(Purpose.USAGE, 200));
        assertThat(airalo.ledger().entries().get(1).sim()).contains(anySim());
    }

    private List<SimTruth> answering() {
        return airalo.sims().stream().filter(sim -> !sim.gone()).toList();
    }

    private String anySim() {
        return answering().get(0).sim().value();
    }

    private String credentials() {
        return "client_id=" + airalo.settings().get("client-id") + "&client_secret="
                + airalo.settings().get("client-secret") + "&grant_type=client_credentials";
    }

    private String token() {
        return token(client);
    }

    private String token(final CarrierTestClient from) {
        return from.postForm("/v2/token", credentials())
                .json()
                .at("/data/access_token")
                .textValue();
    }

    private Answer usage(final String iccid, final String token) {
        return usage(client, iccid, token);
    }

    private static Answer usage(final CarrierTestClient from, final String iccid, final String token) {
        return from.get(
                "/v2/sims/" + iccid + "/usage", "Accept", "application/json", "Authorization", "Bearer " + token);
    }
}
