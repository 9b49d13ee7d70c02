package dev.anycarrier.engine.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompactReportsTest {

    private static final Instant END = Instant.parse("2031-01-01T00:00:00Z");

    private final CompactReports reports = new CompactReports();

    @Test
    void a_compact_report_says_the_same() {
        for (int number = 0; number < 2_000; number++) {
            final UsageReport report = report(number);
            assertThat(reports.compact(report)).isEqualTo(report);
        }
    }

    @Test
    void what_many_have_in_common_is_there_once() {
        final UsageReport one = reports.compact(data(1));
        final UsageReport other = reports.compact(data(2));
        assertThat(other.carrierStatus()).isSameAs(one.carrierStatus());
        assertThat(other.carrierCacheTime()).isSameAs(one.carrierCacheTime());
        assertThat(other.buckets().get(0).allowance())
                .isSameAs(one.buckets().get(0).allowance());
    }

    @Test
    void what_a_report_says_twice_is_there_once() {
        final UsageReport report = reports.compact(report(3));
        assertThat(report.buckets().get(1).validity())
                .isSameAs(report.buckets().get(0).validity());
        assertThat(report.buckets().get(2).validity()).isEmpty();
        final Bucket half = reports.compact(report(500)).buckets().get(0);
        assertThat(half.used()).isSameAs(half.remaining());
    }

    @Test
    void an_untouched_package_has_its_amounts_in_common_with_others() {
        final Bucket one = reports.compact(data(1_000)).buckets().get(0);
        final Bucket other = reports.compact(data(2_001)).buckets().get(0);
        assertThat(other.remaining()).isEqualTo(one.remaining()).isSameAs(one.remaining());
    }

    @Test
    void a_bucket_whose_amounts_many_have_is_there_once_and_one_with_a_name_or_a_number_of_bytes_is_not() {
        assertThat(only(1_000, 0)).isEqualTo(only(2_001, 0)).isSameAs(only(2_001, 0));
        assertThat(only(7, 1)).isEqualTo(only(1_008, 1)).isSameAs(only(1_008, 1));
        assertThat(only(7, 0)).isEqualTo(only(1_008, 0)).isNotSameAs(only(1_008, 0));
        assertThat(only(7, 2)).isEqualTo(only(7, 2)).isNotSameAs(only(7, 2));
    }

    private Bucket only(final int number, final int bucket) {
        return reports.compact(data(number, bucket)).buckets().get(0);
    }

    private static UsageReport data(final int number) {
        return data(number, 0);
    }

    /** A report of one package, so that nothing else claims the place of its parts. */
    private static UsageReport data(final int number, final int bucket) {
        final UsageReport report = report(number);
        return new UsageReport(
                report.provider(),
                report.account(),
                report.sim(),
                report.status(),
                report.carrierStatus(),
                report.buckets().subList(bucket, bucket + 1),
                report.counters(),
                report.fetchedAt(),
                report.observedAt(),
                report.carrierCacheTime(),
                report.warnings());
    }

    /** Of the thousand that are granted so many are left. */
    private static UsageReport report(final int number) {
        final int left = number % 1_001;
        return new UsageReport(
                "provider",
                "main",
                SimId.parse("sim-" + number),
                SimStatus.ACTIVE,
                Optional.of("word " + number / 10),
                List.of(
                        bucket(Service.DATA, Quantity.bytes(1_000), Quantity.bytes(left)),
                        bucket(Service.VOICE, Quantity.seconds(1_000), Quantity.seconds(left)),
                        Bucket.unlimited(Service.MESSAGE).withId("package " + number)),
                List.of(new UsageCounter(Service.DATA, Quantity.bytes(left), Optional.empty())),
                END.minusSeconds(number),
                Optional.of(END.minusSeconds(number)),
                Optional.of(Duration.ofMinutes(20)),
                List.of(new UsageWarning(UsageWarning.Kind.INCONSISTENT, "warning " + number)));
    }

    private static Bucket bucket(final Service service, final Quantity total, final Quantity remaining) {
        return Bucket.limited(service, total, remaining).withValidity(TimePeriod.until(END.plusMillis(0)));
    }
}
