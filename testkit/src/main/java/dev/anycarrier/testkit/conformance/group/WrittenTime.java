package dev.anycarrier.testkit.conformance.group;

import dev.anycarrier.testkit.conformance.trial.JsonPlace;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time in a carrier's answer, in one of the ways in which carriers write them: {@code 2024-01-30T10:15:30} with a blank
 * or a T, a fraction, an offset or none, or the seconds or milliseconds since 1970.
 *
 * @param place where it stands
 * @param time when it is; in UTC where no offset is written
 * @param unit what a number counts, or empty for a text
 * @param offset the offset as it is written, or empty if there is none
 */
record WrittenTime(JsonPlace place, Instant time, Optional<Duration> unit, String offset) {

    private static final Pattern TEXT = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)(Z|[+-][0-9]{2}:?[0-9]{2})?");
    private static final int DIGITS_OF_DATE = 10;
    private static final int MOST_DIGITS = 14;
    private static final Instant EARLIEST = Instant.parse("2019-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2040-01-01T00:00:00Z");

    static Optional<WrittenTime> of(final JsonPlace place) {
        final Matcher text = TEXT.matcher(place.text());
        if (place.isText() && text.matches()) {
            final String offset = Optional.ofNullable(text.group(3)).orElse("");
            final ZoneOffset zone = offset.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(offset);
            final LocalDateTime local = LocalDateTime.parse(text.group(1) + "T" + text.group(2));
            return Optional.of(new WrittenTime(place, local.toInstant(zone), Optional.empty(), offset));
        }
        return place.number()
                .filter(number -> number.scale() == 0)
                .flatMap(number -> List.of(Duration.ofSeconds(1), Duration.ofMillis(1)).stream()
                        .map(unit ->
                                new WrittenTime(place, Instant.EPOCH.plus(times(unit, number)), Optional.of(unit), ""))
                        .filter(known -> known.time.isAfter(EARLIEST) && known.time.isBefore(LATEST))
                        .findFirst());
    }

    /** The time so many days later, in the same writing, as JSON. */
    String later(final long days) {
        return unit.map(counted -> place.written(place.number()
                        .orElseThrow()
                        .add(BigDecimal.valueOf(Duration.ofDays(days).toMillis() / counted.toMillis()))))
                .orElseGet(() -> onDate(LocalDate.parse(place.text().substring(0, DIGITS_OF_DATE))
                        .plusDays(days)
                        .toString()));
    }

    /** The same hour of a day of the same year, which need not be any, as JSON. */
    String onDay(final String monthAndDay) {
        return onDate(place.text().substring(0, 5) + monthAndDay);
    }

    private String onDate(final String date) {
        return place.written(date + place.text().substring(DIGITS_OF_DATE));
    }

    private static Duration times(final Duration unit, final BigDecimal number) {
        return number.precision() > MOST_DIGITS
                ? Duration.ZERO
                : Duration.ofMillis(number.longValueExact() * unit.toMillis());
    }
}
