package dev.anycarrier.testkit.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.AdjustableClock;
import dev.anycarrier.testkit.CarrierTestClient;
import dev.anycarrier.testkit.CarrierTestClient.Answer;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemplateSimulatorTest {

    private final AdjustableClock clock = new AdjustableClock("2026-02-17T12:00:00Z");
    private final SimulatorOptions options =
            SimulatorOptions.seeded(3).withSims(20).withClock(clock);
    private final SimulatedCarrier carrier = new RichTemplate().start(options);
    private final CarrierTestClient client = new CarrierTestClient(carrier.address());

    @AfterEach
    void close() {
        carrier.close();
    }

    @Test
    void two_with_the_same_options_tell_the_same_story() {
        try (SimulatedCarrier other = new RichTemplate().start(options)) {
            assertThat(other.sims()).isEqualTo(carrier.sims());
            assertThat(other.records()).isEqualTo(carrier.records());
            assertThat(other.unknownSim()).isEqualTo(carrier.unknownSim());
            assertThat(other.settings())
                    .containsEntry("client-id", carrier.settings().get("client-id"))
                    .containsEntry("client-secret", carrier.settings().get("client-secret"));
        }
    }

    @Test
    void settings_point_at_the_carrier_and_hold_credentials_of_the_seed() {
        assertThat(carrier.settings())
                .containsEntry("provider", "rich")
                .containsEntry("base-url", carrier.address().toString())
                .containsOnlyKeys("provider", "base-url", "client-id", "client-secret");
    }

    @Test
    void a_known_sim_gets_the_authors_answer() {
        final SimTruth sim = carrier.sims().stream()
                .filter(truth -> !truth.gone())
                .findFirst()
                .orElseThrow();
        final Answer answer = usage(sim.sim().value(), token());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("id").textValue()).isEqualTo(sim.sim().value());
        assertThat(answer.json().path("at").textValue()).isEqualTo("2026-02-17T12:00:00Z");
        assertThat(carrier.ledger().count(Purpose.USAGE)).isEqualTo(1);
        assertThat(carrier.ledger().count(Purpose.TOKEN)).isEqualTo(1);
    }

    @Test
    void unknown_gone_and_foreign_sims_are_refused_each_in_its_way() {
        final SimTruth gone =
                carrier.sims().stream().filter(SimTruth::gone).findFirst().orElseThrow();
        final String token = token();

        assertThat(usage(carrier.unknownSim().value(), token).status()).isEqualTo(404);
        assertThat(usage(gone.sim().value(), token).status()).isEqualTo(410);
        assertThat(usage(carrier.forbiddenSim().orElseThrow().value(), token).status())
                .isEqualTo(403);
    }

    @Test
    void only_a_token_that_was_given_out_has_not_ended_and_was_not_revoked_admits() {
        final String token = token();
        final String sim = carrier.unknownSim().value();

        assertThat(client.get("/sims/" + sim + "/usage").status()).isEqualTo(401);
        assertThat(usage(sim, "Bearer made-up").status()).isEqualTo(401);
        assertThat(usage(sim, token).status()).isEqualTo(404);
        clock.advance(Duration.ofMinutes(10));
        assertThat(usage(sim, token).status()).isEqualTo(401);
        final String next = token();
        carrier.revokeTokens();
        assertThat(usage(sim, next).status()).isEqualTo(401);
    }

    @Test
    void wrong_credentials_get_no_token() {
        final Answer refused = client.postForm("/token", "grant_type=client_credentials&client_id=x&client_secret=y");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("error").textValue()).isEqualTo("invalid_client");
        clock.advance(Duration.ofSeconds(10));
        assertThat(client.postForm("/token", "grant_type=password").status()).isEqualTo(400);
    }

    @Test
    void each_limit_is_enforced_and_says_when_to_come_back() {
        final String token = token();
        clock.advance(Duration.ofSeconds(4));
        final Answer secondToken = client.postForm("/token", "grant_type=client_credentials");
        final String unknown = carrier.unknownSim().value();
        usage(unknown, token);
        usage(unknown, token);
        clock.advance(Duration.ofSeconds(20));
        final Answer thirdOfSim = usage(unknown, token);
        usage("R1", token);
        usage("R2", token);
        final Answer sixthOfAccount = usage("R3", token);

        assertThat(secondToken.status()).isEqualTo(429);
        assertThat(secondToken.header("Retry-After")).contains("6");
        assertThat(thirdOfSim.status()).isEqualTo(429);
        assertThat(thirdOfSim.header("Retry-After")).contains("40");
        assertThat(sixthOfAccount.status()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(40));
        assertThat(usage(unknown, token).status()).isEqualTo(404);
    }

    @Test
    void limits_can_be_lifted_or_replaced() {
        final RateLimit one = new RateLimit(LimitScope.ACCOUNT, 1, Duration.ofHours(1));
        try (SimulatedCarrier free = new RichTemplate().start(options.withoutLimits());
                SimulatedCarrier strict = new RichTemplate().start(options.withLimit(one))) {
            assertThat(statusesOfEightQuestions(free)).containsOnly(404);
            assertThat(statusesOfEightQuestions(strict)).startsWith(404, 429).doesNotContain(200);
        }
    }

    @Test
    void the_pages_hold_every_record_once_and_in_the_order_of_time() {
        final List<String> ids = new ArrayList<>();
        try (SimulatedCarrier free = new RichTemplate().start(options.withoutLimits())) {
            final CarrierTestClient asks = new CarrierTestClient(free.address());
            final String token = token(free);
            boolean last = false;
            for (int number = 1; !last; number++) {
                final JsonNode page = asks.get("/records?page=" + number, "Authorization", token)
                        .json();
                page.path("ids").forEach(id -> ids.add(id.textValue()));
                last = page.path("last").booleanValue();
            }
            assertThat(ids)
                    .hasSizeGreaterThan(20)
                    .containsExactlyElementsOf(
                            free.records().stream().map(UsageRecord::id).toList());
            assertThat(free.records())
                    .isSortedAccordingTo((one, other) -> one.time().compareTo(other.time()));
            assertThat(asks.get("/records?page=0", "Authorization", token).status())
                    .isEqualTo(400);
            assertThat(asks.get("/records?page=x", "Authorization", token).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void records_can_be_asked_for_by_window_sim_and_country() {
        final UsageRecord middle = carrier.records().get(carrier.records().size() / 2);
        final String token = token();

        assertThat(firstPage("from=" + middle.time(), token))
                .isEqualTo(firstSeven(record -> !record.time().isBefore(middle.time())));
        clock.advance(Duration.ofMinutes(1));
        assertThat(firstPage("sim=" + middle.sim().value(), token))
                .isEqualTo(firstSeven(record -> record.sim().equals(middle.sim())));
        assertThat(firstPage("country=dk", token))
                .isEqualTo(firstSeven(
                        record -> record.network().flatMap(Network::country).equals(Optional.of("DK"))));
    }

    private List<String> firstPage(final String query, final String token) {
        final List<String> ids = new ArrayList<>();
        client.get("/records?" + query, "Authorization", token)
                .json()
                .path("ids")
                .forEach(id -> ids.add(id.textValue()));
        return ids;
    }

    private List<String> firstSeven(final Predicate<UsageRecord> condition) {
        return carrier.records().stream()
                .filter(condition)
                .limit(7)
                .map(UsageRecord::id)
                .toList();
    }

    private static List<Integer> statusesOfEightQuestions(final SimulatedCarrier asked) {
        final CarrierTestClient asks = new CarrierTestClient(asked.address());
        final String token = token(asked);
        final List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            statuses.add(asks.get("/sims/" + asked.unknownSim().value() + "/usage", "Authorization", token)
                    .status());
        }
        return statuses;
    }

    private Answer usage(final String sim, final String token) {
        return client.get("/sims/" + sim + "/usage", "Authorization", token);
    }

    private String token() {
        return token(carrier);
    }

    private static String token(final SimulatedCarrier of) {
        return "Bearer "
                + new CarrierTestClient(of.address())
                        .postForm(
                                "/token",
                                "grant_type=client_credentials&client_id="
                                        + of.settings().get("client-id") + "&client_secret="
                                        + of.settings().get("client-secret"))
                        .json()
                        .path("access_token")
                        .textValue();
    }
}
