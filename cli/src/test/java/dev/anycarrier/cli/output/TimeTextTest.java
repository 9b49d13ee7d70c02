package dev.anycarrier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {

    private static final Instant FETCHED = Instant.parse("2026-01-31T12:00:00.5Z");

    @Test
    void an_age_counts_from_when_the_carrier_observed_it() {
        assertThat(TimeText.age(
                        fresh(Duration.ofMinutes(5), Optional.of(FETCHED), Optional.of(Duration.ofMinutes(20)))))
                .isEqualTo("5 min");
    }

    @Test
    void without_a_time_of_observation_the_carriers_cache_is_the_bound() {
        assertThat(TimeText.age(fresh(Duration.ofMinutes(1), Optional.empty(), Optional.of(Duration.ofMinutes(20)))))
                .isEqualTo("≤ 21 min");
    }

    @Test
    void without_either_the_age_is_not_known_however_fresh_the_answer() {
        assertThat(TimeText.age(fresh(Duration.ofMinutes(1), Optional.empty(), Optional.empty())))
                .isEqualTo("?");
    }

    @ParameterizedTest
    @CsvSource({"PT0S,0 s", "PT-5S,0 s", "PT59S,59 s", "PT60S,1 min", "PT59M59S,59 min", "PT47H,47 h", "PT48H,2 d"})
    void a_span_is_in_its_largest_whole_unit(final Duration span, final String text) {
        assertThat(TimeText.of(span)).isEqualTo(text);
    }

    @Test
    void a_period_shows_the_ends_that_are_known() {
        final Instant start = Instant.parse("2026-01-01T00:00:00Z");
        final Instant end = Instant.parse("2026-02-01T00:00:00Z");

        assertThat(TimeText.of(TimePeriod.between(start, end)))
                .isEqualTo("2026-01-01T00:00:00Z to 2026-02-01T00:00:00Z");
        assertThat(TimeText.of(TimePeriod.since(start))).isEqualTo("since 2026-01-01T00:00:00Z");
        assertThat(TimeText.of(TimePeriod.until(end))).isEqualTo("until 2026-02-01T00:00:00Z");
        assertThat(TimeText.of(new TimePeriod(Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    private static UsageResult fresh(
            final Duration age, final Optional<Instant> observed, final Optional<Duration> cache) {
        final UsageReport report = new UsageReport(
                "acme",
                "acme",
                Iccid.of("8944465400000217738"),
                SimStatus.ACTIVE,
                Optional.empty(),
                List.of(),
                List.of(),
                FETCHED,
                observed,
                cache,
                List.of());
        return new UsageResult.Fresh(report, age, List.of());
    }
}
