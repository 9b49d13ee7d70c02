package dev.anycarrier.onomondo;

import dev.anycarrier.http.InvalidData;
import dev.anycarrier.onomondo.wire.DataLimit;
import dev.anycarrier.usage.TimePeriod;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The period of a data limit. It ends when the limit is reset. Its start is known for a monthly limit whose period is
 * written as in the one example that is known, {@code 202401}; how other types write theirs is not known.
 */
final class LimitPeriod {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);

    private LimitPeriod() {}

    /**
     * The period, or empty if neither side is known.
     *
     * @throws dev.anycarrier.spi.UsageException {@code INVALID_DATA} if the reset is no time, or before the start
     */
    static Optional<TimePeriod> of(final DataLimit limit) {
        final Optional<Instant> start = start(limit);
        final Optional<Instant> end = Optional.ofNullable(limit.resetsAt()).map(LimitPeriod::reset);
        if (start.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            throw InvalidData.field("data_limit.resets_at", "is before the start of data_limit.period");
        }
        return Optional.of(new TimePeriod(start, end));
    }

    private static Optional<Instant> start(final DataLimit limit) {
        if (!"monthly".equals(limit.type())
                || limit.period() == null
                || !SIX_DIGITS.matcher(limit.period()).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(limit.period(), MONTH)
                    .atDay(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant());
        } catch (final DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant reset(final String text) {
        try {
            return Instant.parse(text);
        } catch (final DateTimeException e) {
            throw InvalidData.field("data_limit.resets_at", "is no ISO 8601 instant");
        }
    }
}
