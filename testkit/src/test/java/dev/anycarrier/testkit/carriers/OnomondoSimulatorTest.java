package dev.anycarrier.testkit.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.testkit.AdjustableClock;
import dev.anycarrier.testkit.CarrierTestClient;
import dev.anycarrier.testkit.CarrierTestClient.Answer;
import dev.anycarrier.testkit.Ledger.Entry;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnomondoSimulatorTest {

    private static final Instant JANUARY = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2024-02-01T00:00:00Z");

    private final AdjustableClock clock = new AdjustableClock("2024-01-20T09:00:00Z");
    private final SimulatedCarrier onomondo = new OnomondoSimulator()
            .start(SimulatorOptions.seeded(5).withSims(15).withClock(clock));
    private final CarrierTestClient client = new CarrierTestClient(onomondo.address());

    @AfterEach
    void close() {
        onomondo.close();
    }

    @Test
    void carriers_of_one_seed_and_minute_are_drawn_once_and_others_are_not() {
        final SimulatorOptions same = SimulatorOptions.seeded(5).withSims(15).withClock(clock);
        clock.advance(Duration.ofSeconds(59));
        assertThat(truthOf(same))
                .isSameAs(truthOf(same))
                .isEqualTo(onomondo.sims().get(0));

        assertThat(truthOf(SimulatorOptions.seeded(6).withSims(15).withClock(clock)))
                .isNotEqualTo(onomondo.sims().get(0));
        clock.advance(Duration.ofSeconds(1));
        final SimTruth before = truthOf(same);
        clock.advance(Duration.ofMinutes(1));
        assertThat(truthOf(same)).isNotSameAs(before);
    }

    private static SimTruth truthOf(final SimulatorOptions options) {
        try (SimulatedCarrier carrier = new OnomondoSimulator().start(options)) {
            return carrier.sims().get(0);
        }
    }

    @Test
    void the_truth_about_a_sim_is_the_sum_of_its_records_in_the_month() {
        for (final SimTruth truth : onomondo.sims()) {
            final long used = onomondo.records().stream()
                    .filter(usage -> usage.sim().equals(truth.sim()))
                    .filter(usage -> !usage.time().isBefore(JANUARY))
                    .mapToLong(usage -> usage.quantity().amount())
                    .sum();
            assertThat(truth.status()).isEqualTo(SimStatus.UNKNOWN);
            assertThat(truth.counters())
                    .containsExactly(new UsageCounter(
                            Service.DATA, Quantity.bytes(used), Optional.of(TimePeriod.between(JANUARY, FEBRUARY))));
        }
    }

    @Test
    void a_data_limit_is_written_as_recorded_and_absent_where_there_is_none() {
        int limits = 0;
        for (final SimTruth truth : onomondo.sims()) {
            final JsonNode limit = get("/sims/" + truth.sim().value()).json().path("data_limit");
            assertThat(limit.isMissingNode()).isEqualTo(truth.buckets().isEmpty());
            if (!limit.isMissingNode()) {
                limits++;
                assertThat(limit.path("type").asText()).isIn("monthly", "weekly", "null");
                assertThat(limit.path("period").asText()).isIn("202401", "null");
                assertThat(limit.path("alert_threshold").isNull()).isTrue();
                assertThat(limit.path("resets_at").asText()).isIn("2024-02-01T00:00:00.000Z", "");
                assertThat(truth.buckets().get(0).used().map(Quantity::amount))
                        .isEqualTo(Optional.of(limit.path("used"))
                                .filter(JsonNode::isNumber)
                                .map(JsonNode::longValue));
            }
        }
        assertThat(limits).isBetween(1, onomondo.sims().size() - 1);
    }

    @Test
    void limits_tell_both_ends_of_their_period_or_one_or_none_and_some_sims_are_never_used() {
        final List<Optional<TimePeriod>> periods = onomondo.sims().stream()
                .flatMap(truth -> truth.buckets().stream())
                .map(Bucket::validity)
                .distinct()
                .toList();
        assertThat(periods)
                .containsExactlyInAnyOrder(
                        Optional.of(TimePeriod.between(JANUARY, FEBRUARY)),
                        Optional.of(TimePeriod.since(JANUARY)),
                        Optional.of(TimePeriod.until(FEBRUARY)),
                        Optional.empty());

        final Set<SimId> used =
                onomondo.records().stream().map(UsageRecord::sim).collect(Collectors.toSet());
        assertThat(onomondo.sims())
                .filteredOn(truth -> !used.contains(truth.sim()))
                .extracting(truth -> truth.buckets().size())
                .contains(0, 1);
    }

    @Test
    void an_iccid_is_good_for_usage_and_names_the_sim_in_hours_but_is_none_of_the_identifiers_of_sims() {
        final SimTruth known = onomondo.sims().stream()
                .filter(truth -> !truth.alsoKnownAs().isEmpty())
                .findFirst()
                .orElseThrow();
        final String iccid = known.alsoKnownAs().get(0).value();
        final JsonNode hours = get("/usage/" + iccid + "?group=hours").json().path("usage");

        assertThat(hours).isNotEmpty().allSatisfy(hour -> {
            assertThat(hour.path("iccid").textValue()).isEqualTo(iccid);
            assertThat(hour.path("sim_id").textValue()).isEqualTo(known.sim().value());
        });
        assertThat(get("/sims/" + iccid).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usage/", "/sims/"})
    void a_sim_is_unknown_forbidden_or_no_sim_at_all(final String path) {
        assertThat(get(path + onomondo.unknownSim().value()))
                .extracting(Answer::status, Answer::body)
                .containsExactly(404, "{\"error\":\"sim_id_not_found\"}");
        assertThat(get(path + onomondo.forbiddenSim().orElseThrow().value()))
                .extracting(Answer::status, Answer::body)
                .containsExactly(403, "{\"error\":\"sim_id_forbidden\"}");
        assertThat(get(path + "12345"))
                .extracting(Answer::status, Answer::body)
                .containsExactly(400, "{\"error\":\"sim_id_invalid\"}");
    }

    @Test
    void the_key_is_sent_as_it_is() {
        final String key = onomondo.settings().get("api-key");

        assertThat(client.get("/usage?filter=time:2024", "Authorization", key).status())
                .isEqualTo(200);
        assertThat(client.get("/usage?filter=time:2024", "Authorization", "Bearer " + key)
                        .status())
                .isEqualTo(401);
        assertThat(client.get("/usage?filter=time:2024").status()).isEqualTo(401);
    }

    @Test
    void six_hundred_requests_a_minute_are_allowed_and_every_answer_counts_them_down() {
        final Answer first = get("/sims/" + onomondo.unknownSim().value());
        assertThat(first.header("x-ratelimit-limit")).contains("600");
        assertThat(first.header("x-ratelimit-remaining")).contains("599");
        assertThat(first.header("x-ratelimit-reset"))
                .contains(Long.toString(clock.instant().getEpochSecond() + 60));
        for (int i = 1; i < 600; i++) {
            get("/sims/1");
        }

        final Answer tooMany = get("/usage?filter=time:2024");

        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.header("x-ratelimit-remaining")).contains("0");
        assertThat(tooMany.header("Retry-After")).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(get("/usage?filter=time:2024").status()).isEqualTo(200);
    }

    @Test
    void the_ledger_tells_records_of_the_account_and_usage_of_a_sim_apart() {
        get("/usage?filter=time:2024");
        get("/usage/000000000");
        get("/nowhere");

        assertThat(onomondo.ledger().entries())
                .extracting(Entry::purpose)
                .containsExactly(Purpose.RECORDS, Purpose.USAGE, Purpose.UNKNOWN_PATH);
    }

    private Answer get(final String target) {
        return client.get(target, "Authorization", onomondo.settings().get("api-key"));
    }
}
