package dev.anycarrier.onomondo;

import static dev.anycarrier.onomondo.Json.lastPage;
import static dev.anycarrier.onomondo.Json.record;
import static dev.anycarrier.onomondo.Json.simWithLimit;
import static dev.anycarrier.onomondo.Questions.ICCID;
import static dev.anycarrier.onomondo.Questions.SIM;
import static dev.anycarrier.onomondo.Questions.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.TimePeriod;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The data limit of a SIM as a bucket. */
class OnomondoDataLimitTest {

    private static final Instant FEBRUARY = Instant.parse("2024-02-01T00:00:00Z");

    private final OnomondoCarrier carrier = new OnomondoCarrier();

    @AfterEach
    void close() {
        carrier.close();
    }

    @Test
    void a_limit_that_is_used_up_is_exhausted() {
        assertThat(bucketOf("\"used\":10", "\"total\":10")).satisfies(bucket -> {
            assertThat(bucket.status()).isEqualTo(BucketStatus.EXHAUSTED);
            assertThat(bucket.remaining()).contains(Quantity.bytes(0));
            assertThat(bucket.used()).contains(Quantity.bytes(10));
        });
    }

    @Test
    @Fault("SEM-06")
    void a_limit_of_zero_grants_nothing_and_is_not_unlimited() {
        assertThat(bucketOf("\"used\":0", "\"total\":0").allowance()).isEqualTo(Allowance.limited(Quantity.bytes(0)));
    }

    @Test
    @Fault("SEM-06")
    void a_limit_whose_total_is_null_is_unknown_and_what_was_used_is_kept() {
        assertThat(bucketOf("\"used\":7", "\"total\":null")).satisfies(bucket -> {
            assertThat(bucket.allowance()).isEqualTo(Allowance.unknown());
            assertThat(bucket.used()).contains(Quantity.bytes(7));
            assertThat(bucket.remaining()).isEmpty();
            assertThat(bucket.status()).isEqualTo(BucketStatus.UNKNOWN);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"used\":11,\"total\":10|data_limit.used is larger",
                "\"used\":-1,\"total\":10|data_limit.used is negative",
                "\"used\":1,\"total\":-10|data_limit.total is negative",
                "\"used\":1|data_limit.total",
                "\"used\":\"1\",\"total\":10|data_limit.used",
                "\"used\":1,\"total\":10.5|data_limit.total",
                "\"used\":1,\"total\":10,\"resets_at\":\"soon\"|data_limit.resets_at",
                "\"used\":1,\"total\":10,\"resets_at\":1706745600|data_limit.resets_at"
            })
    @Fault("SEM-06")
    void numbers_that_cannot_be_true_are_invalid(final String limit, final String message) {
        assertThat(refusalOf("{\"data_limit\":{" + limit + "}}")).hasMessageContaining(message);
    }

    @Test
    @Fault("SEM-07")
    void a_limit_that_resets_before_its_period_starts_is_invalid() {
        assertThat(refusalOf(simWithLimit(
                        "\"used\":1",
                        "\"total\":10",
                        "\"type\":\"monthly\"",
                        "\"period\":\"202402\"",
                        "\"resets_at\":\"2024-02-01T00:00:00.000Z\"")))
                .hasMessageContaining("data_limit.resets_at is before the start");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\":\"daily\",\"period\":\"20240117\"",
                "\"type\":\"monthly\",\"period\":\"202413\"",
                "\"type\":\"monthly\",\"period\":\"2024-01\"",
                "\"type\":\"monthly\",\"period\":\"20240112\"",
                "\"type\":\"monthly\",\"period\":\"+202401\"",
                "\"type\":\"monthly\",\"period\":null",
                "\"type\":null,\"period\":\"202401\"",
                "\"type\":\"total\""
            })
    void a_period_that_is_written_in_an_unknown_way_has_no_known_start(final String period) {
        assertThat(bucketOf("\"used\":1", "\"total\":10", period, "\"resets_at\":\"2024-02-01T00:00:00.000Z\"")
                        .validity())
                .contains(TimePeriod.until(FEBRUARY));
    }

    @Test
    void a_limit_that_never_resets_has_no_known_end() {
        assertThat(bucketOf("\"used\":1", "\"total\":10", "\"type\":\"monthly\"", "\"period\":\"202402\"")
                        .validity())
                .contains(TimePeriod.since(FEBRUARY));
        assertThat(bucketOf("\"used\":1", "\"total\":10", "\"resets_at\":null").validity())
                .isEmpty();
    }

    @Test
    void a_limit_of_null_is_no_limit() {
        carrier.answers("/usage/000000001", lastPage());
        carrier.answers("/sims/000000001", "{\"data_limit\":null}");
        assertThat(carrier.account().usage(SIM).buckets()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"000000002\"}", "{\"iccid\":\"8944465400000217743\"}", "{\"iccid\":\"89\"}"})
    @Fault("SEM-01")
    void the_limit_of_another_sim_is_refused_where_the_answer_names_it(final String other) {
        carrier.answers("/usage/" + ICCID.value(), lastPage(record("a", "2024-01-03 07:49:13", 5)));
        carrier.answers("/sims/000000001", other);
        assertThat(failure(() -> carrier.account().usage(ICCID)).kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"000000001\"", "1", "null", "\"036eb4b3-4f6a-4a9a-b10c-6306ac5088a3\""})
    void an_id_that_is_not_known_to_be_that_of_a_sim_proves_nothing(final String id) {
        carrier.answers("/usage/000000001", lastPage());
        carrier.answers("/sims/000000001", "{\"id\":" + id + "}");
        assertThat(carrier.account().usage(SIM).sim()).isEqualTo(SIM);
    }

    @Test
    void what_else_a_sim_has_is_not_counted_as_unknown() {
        carrier.answers("/usage/000000001", lastPage());
        carrier.answers("/sims/000000001", "{\"label\":\"fridge\",\"tags\":[{\"id\":\"a\"}],\"online\":true}");
        carrier.account().usage(SIM);
        assertThat(carrier.account().statistics().unknownFields()).isZero();
    }

    private Bucket bucketOf(final String... fields) {
        carrier.answers("/usage/000000001", lastPage());
        carrier.answers("/sims/000000001", simWithLimit(fields));
        return carrier.account().usage(SIM).buckets().get(0);
    }

    private UsageException refusalOf(final String sim) {
        carrier.answers("/usage/000000001", lastPage());
        carrier.answers("/sims/000000001", sim);
        final UsageException failure = failure(() -> carrier.account().usage(SIM));
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
        return failure;
    }
}
