package dev.anycarrier.onomondo;

import static dev.anycarrier.onomondo.Questions.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A window is taken apart into what the carrier's time filter can name. */
class CarrierPeriodsTest {

    @ParameterizedTest
    @CsvSource({
        "2024-01-30T12:00:00Z, 2024-01-30T12:00:01Z, 2024-01-30",
        "2024-01-30T00:00:00Z, 2024-01-31T00:00:00Z, 2024-01-30",
        "2024-01-30T23:59:59.999999999Z, 2024-01-31T00:00:00.000000001Z, 2024-01-30 2024-01-31",
        "2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z, 2024-02",
        "2023-02-01T00:00:00Z, 2023-02-28T00:00:01Z, 2023-02",
        "2024-02-29T00:00:00Z, 2024-03-01T00:00:00Z, 2024-02-29",
        "2024-01-01T00:30:00Z, 2024-12-31T23:00:00Z, 2024",
        "2024-01-01T00:00:00Z, 2025-01-02T00:00:00Z, 2024 2025-01-01",
        "2023-12-31T23:00:00Z, 2025-02-01T00:00:00Z, 2023-12-31 2024 2025-01",
        "0001-01-01T00:00:00Z, 0002-01-01T00:00:00Z, 0001",
        "9999-12-31T00:00:00Z, +10000-01-01T00:00:00Z, 9999-12-31"
    })
    void known_windows_have_known_periods(final Instant from, final Instant to, final String names) {
        assertThat(CarrierPeriods.covering(from, to).stream().map(CarrierPeriod::name))
                .containsExactly(names.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_periods_are_the_days_that_the_window_touches_each_once_and_in_order(final long seed) {
        assertThat(windows(seed))
                .allSatisfy(window -> assertThat(covering(window).stream().flatMap(CarrierPeriodsTest::days))
                        .containsExactlyElementsOf(window.days()));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void no_fewer_periods_would_do(final long seed) {
        assertThat(windows(seed))
                .allSatisfy(window -> assertThat(covering(window)).hasSize(fewestPeriods(window.days())));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void each_period_is_named_by_the_digits_that_its_days_have_in_common(final long seed) {
        assertThat(windows(seed).stream().map(CarrierPeriodsTest::covering).flatMap(List::stream))
                .allSatisfy(period -> {
                    assertThat(period.name()).matches("[0-9]{4}(-[0-9]{2}){0,2}");
                    assertThat(days(period))
                            .allSatisfy(day -> assertThat(day.toString()).startsWith(period.name()));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "0000-12-31T23:59:59Z, 2024-01-01T00:00:00Z",
        "2024-01-01T00:00:00Z, +10000-01-01T00:00:00.000000001Z",
        "-1000000000-01-01T00:00:00Z, +1000000000-12-31T23:59:59.999999999Z"
    })
    void a_window_beyond_four_digits_of_a_year_is_refused(final Instant from, final Instant to) {
        assertThat(failure(() -> CarrierPeriods.covering(from, to)).kind()).isEqualTo(Kind.REJECTED_INPUT);
    }

    @Test
    void the_longest_window_has_a_period_for_each_year() {
        assertThat(CarrierPeriods.covering(
                        Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("+10000-01-01T00:00:00Z")))
                .hasSize(9_999);
    }

    /** Windows of seconds to years, many of which begin or end where a day, a month or a year does. */
    private static List<Window> windows(final long seed) {
        final Random random = new Random(seed);
        return Stream.generate(() -> window(random)).limit(200).toList();
    }

    private static List<CarrierPeriod> covering(final Window window) {
        return CarrierPeriods.covering(window.from, window.to);
    }

    private static Window window(final Random random) {
        final Instant from =
                aligned(random, Instant.parse("2019-01-01T00:00:00Z").plusSeconds(random.nextInt(6 * 365 * 86_400)));
        final long longest = List.of(86_400L, 40 * 86_400L, 3 * 366 * 86_400L).get(random.nextInt(3));
        final Instant to = aligned(random, from.plusSeconds(1 + random.nextLong(longest)));
        return new Window(from, to.isAfter(from) ? to : from.plus(Duration.ofNanos(1)));
    }

    private static Instant aligned(final Random random, final Instant time) {
        final LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        return switch (random.nextInt(4)) {
            case 0 -> time;
            case 1 -> time.truncatedTo(ChronoUnit.DAYS);
            case 2 -> day.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            default -> day.withDayOfYear(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        };
    }

    /** Counted from the back, without any notion of which period to prefer. */
    private static int fewestPeriods(final List<LocalDate> days) {
        final int[] fewest = new int[days.size() + 1];
        for (int index = days.size() - 1; index >= 0; index--) {
            final LocalDate day = days.get(index);
            fewest[index] = 1 + fewest[index + 1];
            if (day.getDayOfMonth() == 1 && index + day.lengthOfMonth() <= days.size()) {
                fewest[index] = Math.min(fewest[index], 1 + fewest[index + day.lengthOfMonth()]);
            }
            if (day.getDayOfYear() == 1 && index + day.lengthOfYear() <= days.size()) {
                fewest[index] = Math.min(fewest[index], 1 + fewest[index + day.lengthOfYear()]);
            }
        }
        return fewest[0];
    }

    private static Stream<LocalDate> days(final CarrierPeriod period) {
        return period.firstDay().datesUntil(period.nextDay());
    }

    private record Window(Instant from, Instant to) {

        /** Found by walking in steps of days, not by any arithmetic on dates. */
        List<LocalDate> days() {
            final long first = Math.floorDiv(from.getEpochSecond(), 86_400);
            final long last = Math.floorDiv(to.minusNanos(1).getEpochSecond(), 86_400);
            return LongStream.rangeClosed(first, last)
                    .mapToObj(LocalDate::ofEpochDay)
                    .toList();
        }
    }
}
