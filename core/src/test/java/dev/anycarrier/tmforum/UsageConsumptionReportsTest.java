package dev.anycarrier.tmforum;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.state.DrawnReports;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testing.Standard;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UsageConsumptionReportsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");
    private static final TimePeriod MONTH = TimePeriod.between(NOW, NOW.plusSeconds(1));
    private static final int DRAWN = 300;

    /** So that a mistake in how its schemas are read here would show. */
    @Test
    void the_standards_own_examples_are_valid_as_its_schemas_are_read_here() {
        final List<JsonNode> examples =
                Standard.tmf677().path("components").path("examples").findValues("bucket").stream()
                        .filter(JsonNode::isArray)
                        .toList();

        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(buckets -> assertThat(Schemas.REPORT_AS_PUBLISHED.violations(JsonNodeFactory.instance
                                .objectNode()
                                .put("@type", "UsageConsumptionReport")
                                .set("bucket", buckets)))
                        .isEmpty());
    }

    @Test
    void every_report_is_what_the_standard_says() {
        drawn().forEach(result -> assertThat(
                        Schemas.REPORT_AS_PUBLISHED.violations(UsageConsumptionReports.toJson(result)))
                .as("%s", result)
                .isEmpty());
    }

    @Test
    void every_report_has_members_of_the_standard_and_of_the_published_extension_alone() {
        drawn().forEach(result -> {
            assertThat(Schemas.REPORT.violations(UsageConsumptionReports.toJson(result)))
                    .as("%s", result)
                    .isEmpty();
            assertThat(Schemas.REPORT.violations(UsageConsumptionReports.toJson(result.report())))
                    .as("%s", result)
                    .isEmpty();
        });
    }

    @Test
    void no_member_can_be_renamed_unnoticed() {
        final JsonNode json = UsageConsumptionReports.toJson(stale(full()));
        ((ObjectNode) json).remove("staleCause");

        assertThat(Renaming.allOf(json))
                .hasSizeGreaterThan(90)
                .allSatisfy(renaming -> assertThat(Schemas.REPORT.violations(renaming.document()))
                        .as(renaming.member())
                        .isNotEmpty());
    }

    @Test
    void amounts_are_exact_as_number_and_as_text() {
        final JsonNode bucket = only(Bucket.limited(Service.DATA, bytes(Long.MAX_VALUE), bytes(Long.MAX_VALUE - 1)));

        assertThat(bucket.at("/remainingValue").toString())
                .isEqualTo("{\"amount\":9223372036854775806,\"units\":\"bytes\"}");
        assertThat(bucket.path("remainingValueName").asText()).isEqualTo("9223372036854775806 bytes");
        assertThat(counter(bucket, "used").at("/value/amount").longValue()).isEqualTo(1);
        assertThat(counter(bucket, "used").path("valueName").asText()).isEqualTo("1 bytes");
        assertThat(counter(bucket, "allowance").at("/value/amount").longValue()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void unlimited_unknown_and_nothing_left_are_three_things() {
        final JsonNode unlimited = only(Bucket.unlimited(Service.VOICE));
        assertThat(unlimited.has("remainingValue")).isFalse();
        assertThat(unlimited.path("remainingValueName").asText()).isEqualTo("unlimited");
        assertThat(characteristics(unlimited)).containsExactly("allowance=UNLIMITED", "bucketStatus=ACTIVE");
        assertThat(counter(unlimited, "allowance").has("value")).isFalse();

        final JsonNode unknown = only(new Bucket(
                Optional.empty(),
                Service.MESSAGE,
                Allowance.unknown(),
                Optional.empty(),
                Optional.empty(),
                BucketStatus.UNKNOWN,
                Optional.empty()));
        assertThat(unknown.has("remainingValue")).isFalse();
        assertThat(unknown.has("remainingValueName")).isFalse();
        assertThat(characteristics(unknown)).containsExactly("allowance=UNKNOWN", "bucketStatus=UNKNOWN");
        assertThat(counter(unknown, "allowance").has("value")).isFalse();

        final JsonNode empty = only(Bucket.limited(Service.DATA, bytes(5), bytes(0)));
        assertThat(empty.at("/remainingValue/amount").isIntegralNumber()).isTrue();
        assertThat(empty.at("/remainingValue/amount").longValue()).isZero();
        assertThat(characteristics(empty)).containsExactly("allowance=LIMITED", "bucketStatus=EXHAUSTED");
        assertThat(empty.has("status")).isFalse();
    }

    @Test
    void a_status_that_the_standard_has_is_in_its_place() {
        final Bucket bucket = Bucket.unlimited(Service.DATA);

        assertThat(only(bucket).path("status").asText()).isEqualTo("active");
        assertThat(only(bucket.withStatus(BucketStatus.EXPIRED)).path("status").asText())
                .isEqualTo("expired");
    }

    @Test
    void a_counter_is_the_consumption_of_the_sim_and_no_bucket() {
        final JsonNode json = UsageConsumptionReports.toJson(full());

        assertThat(json.path("bucket")).hasSize(2);
        final JsonNode summary = json.at("/product/0/consumptionSummary/0");
        assertThat(summary.at("/value/amount").longValue()).isEqualTo(7);
        assertThat(summary.at("/consumptionPeriod/startDateTime").asText()).isEqualTo("2026-11-25T20:00:00Z");
        assertThat(summary.at("/characteristic/0/value").asText()).isEqualTo("voice");
    }

    @Test
    void who_was_asked_about_whom_and_when_is_told() {
        final JsonNode json = UsageConsumptionReports.toJson(full());

        assertThat(json.at("/logicalResource/0/value").asText()).isEqualTo("8944465400000217735");
        assertThat(json.at("/partyAccount/0/id").asText()).isEqualTo("airalo-eu");
        assertThat(json.at("/relatedParty/0/partyOrPartyRole/id").asText()).isEqualTo("airalo");
        assertThat(json.path("creationDate").asText()).isEqualTo("2026-11-25T20:00:00Z");
        assertThat(json.path("lastUpdate").asText()).isEqualTo("2026-11-25T19:59:59Z");
        assertThat(json.path("id").asText()).isEqualTo("airalo-eu:8944465400000217735@2026-11-25T20:00:00Z");
        assertThat(json.path("simStatus").asText()).isEqualTo("SUSPENDED");
        assertThat(json.path("carrierStatus").asText()).isEqualTo("paused");
        assertThat(json.path("carrierCacheTime").asText()).isEqualTo("PT20M");
        assertThat(json.at("/warning/0/kind").asText()).isEqualTo("INCONSISTENT");
    }

    @Test
    void stale_is_never_shown_as_fresh() {
        final JsonNode stale = UsageConsumptionReports.toJson(stale(full()));
        assertThat(stale.path("stale").booleanValue()).isTrue();
        assertThat(stale.path("ageSeconds").longValue()).isEqualTo(3600);
        assertThat(stale.at("/staleCause/code").asText()).isEqualTo("UNAVAILABLE");
        assertThat(Schemas.ERROR.violations(stale.path("staleCause"))).isEmpty();

        final JsonNode fresh =
                UsageConsumptionReports.toJson(new UsageResult.Fresh(full(), Duration.ofSeconds(2), List.of()));
        assertThat(fresh.path("stale").isBoolean()).isTrue();
        assertThat(fresh.path("stale").booleanValue()).isFalse();

        assertThat(UsageConsumptionReports.toJson(full()).has("stale")).isFalse();
    }

    private static Stream<UsageResult> drawn() {
        final DrawnReports reports = new DrawnReports(677);
        return Stream.generate(reports::next)
                .limit(DRAWN)
                .map(report -> report.buckets().size() % 2 == 0
                        ? stale(report)
                        : new UsageResult.Fresh(report, Duration.ofSeconds(1), List.of()));
    }

    private static UsageResult stale(final UsageReport report) {
        return new UsageResult.Stale(
                report,
                Duration.ofHours(1),
                List.of(),
                Optional.of(UsageException.unavailable(UnavailableCause.NETWORK, "no connection")
                        .build()));
    }

    private static UsageReport full() {
        return report(
                List.of(
                        Bucket.limited(Service.DATA, bytes(5), bytes(3))
                                .withId("package")
                                .withValidity(MONTH),
                        Bucket.unlimited(Service.VOICE).withUsed(Quantity.seconds(60))),
                List.of(new UsageCounter(Service.VOICE, Quantity.seconds(7), Optional.of(MONTH))));
    }

    private static JsonNode only(final Bucket bucket) {
        return UsageConsumptionReports.toJson(report(List.of(bucket), List.of()))
                .at("/bucket/0");
    }

    private static UsageReport report(final List<Bucket> buckets, final List<UsageCounter> counters) {
        return new UsageReport(
                "airalo",
                "airalo-eu",
                Iccid.of("8944465400000217735"),
                SimStatus.SUSPENDED,
                Optional.of("paused"),
                buckets,
                counters,
                NOW,
                Optional.of(NOW.minusSeconds(1)),
                Optional.of(Duration.ofMinutes(20)),
                List.of(new UsageWarning(UsageWarning.Kind.INCONSISTENT, "the sum is not the sum")));
    }

    private static JsonNode counter(final JsonNode bucket, final String counterType) {
        for (final JsonNode counter : bucket.path("bucketCounter")) {
            if (counter.path("counterType").asText().equals(counterType)) {
                return counter;
            }
        }
        throw new AssertionError("no counter " + counterType + " in " + bucket);
    }

    private static List<String> characteristics(final JsonNode bucket) {
        return counter(bucket, "allowance").path("characteristic").findValuesAsText("name").stream()
                .map(name -> name + "="
                        + counter(bucket, "allowance")
                                .path("characteristic")
                                .valueStream()
                                .filter(one -> one.path("name").asText().equals(name))
                                .findFirst()
                                .orElseThrow()
                                .path("value")
                                .asText())
                .toList();
    }

    private static Quantity bytes(final long amount) {
        return Quantity.bytes(amount);
    }
}
