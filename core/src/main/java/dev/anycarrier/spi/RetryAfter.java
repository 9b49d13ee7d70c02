package dev.anycarrier.spi;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date in any of the three HTTP formats.
 *
 * <p>A date is read relative to the answer's own {@code Date}, so that a wrong clock on either side does no harm. Of
 * several values the longest wait counts. What cannot be read is as if it were not there. A wait is never negative and
 * never longer than {@link #MAXIMUM}.
 */
public final class RetryAfter {

    /** The longest wait that is believed; a longer one is cut to this. */
    public static final Duration MAXIMUM = Duration.ofDays(7);

    private static final int MAXIMUM_LENGTH = 128;
    private static final Pattern SECONDS = Pattern.compile("\\+?([0-9]+)(?:\\.[0-9]*)?");
    private static final Pattern FRACTION = Pattern.compile(".*\\.[0-9]*[1-9][0-9]*");
    private static final int CENTURY_SPAN_BACK = 50;

    private RetryAfter() {}

    /**
     * The wait that the answer's {@code Retry-After} headers ask for, or empty if there is none that can be read.
     *
     * @param headers the answer's headers
     * @param now our own time, used for a date when the answer has no readable {@code Date}
     */
    public static Optional<Duration> read(final HttpHeaders headers, final Instant now) {
        final Instant carrierNow =
                headers.first("Date").flatMap(text -> date(text, now)).orElse(now);
        return headers.all("Retry-After").stream()
                .filter(value -> value.length() <= MAXIMUM_LENGTH)
                .flatMap(value -> wait(value.strip(), carrierNow).stream())
                .max(Duration::compareTo);
    }

    private static Optional<Duration> wait(final String value, final Instant carrierNow) {
        final Optional<Duration> asDate =
                date(value, carrierNow).map(date -> bounded(Duration.between(carrierNow, date)));
        return asDate.isPresent() ? asDate : longestOfSeconds(value);
    }

    /** A list such as {@code 5, 10} comes from a proxy that joined two headers. */
    private static Optional<Duration> longestOfSeconds(final String value) {
        return List.of(value.split(",", -1)).stream()
                .flatMap(part -> seconds(part.strip()).stream())
                .max(Duration::compareTo);
    }

    private static Optional<Duration> seconds(final String text) {
        final var matcher = SECONDS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        final String digits = matcher.group(1).replaceFirst("^0+(?=.)", "");
        if (digits.length() > 18) {
            return Optional.empty();
        }
        final long whole = Long.parseLong(digits);
        return Optional.of(bounded(Duration.ofSeconds(FRACTION.matcher(text).matches() ? whole + 1 : whole)));
    }

    private static Duration bounded(final Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MAXIMUM) > 0 ? MAXIMUM : wait;
    }

    private static Optional<Instant> date(final String text, final Instant now) {
        // The weekday is redundant and sometimes wrong: it is skipped rather than checked.
        final int afterWeekday = text.indexOf(' ');
        if (text.length() > MAXIMUM_LENGTH || afterWeekday < 0 || !Character.isLetter(text.charAt(0))) {
            return Optional.empty();
        }
        final String rest =
                text.substring(afterWeekday + 1).replaceAll(" +", " ").strip();
        for (final DateTimeFormatter format : formats(now)) {
            try {
                return Optional.of(ZonedDateTime.parse(rest, format).toInstant());
            } catch (final DateTimeException e) {
                // Not this one of the three formats.
            }
        }
        return Optional.empty();
    }

    private static List<DateTimeFormatter> formats(final Instant now) {
        final DateTimeFormatter rfc850 = new DateTimeFormatterBuilder()
                .appendPattern("dd-MMM-")
                .appendValueReduced(
                        ChronoField.YEAR, 2, 2, now.atZone(ZoneOffset.UTC).getYear() - CENTURY_SPAN_BACK)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ROOT);
        return List.of(
                        DateTimeFormatter.ofPattern("dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT),
                        rfc850,
                        DateTimeFormatter.ofPattern("MMM d HH:mm:ss uuuu", Locale.ROOT))
                .stream()
                .map(format -> format.withResolverStyle(ResolverStyle.STRICT).withZone(ZoneOffset.UTC))
                .toList();
    }
}
