package dev.anycarrier.engine.limit;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.RateLimitHeaders.ResetMeaning;
import dev.anycarrier.spi.RetryAfter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a carrier's limit headers say, read as its provider declared them.
 *
 * @param scope what they count together
 * @param limit how many requests are allowed, or empty if that cannot be read
 * @param spent whether none is left and a reset is announced
 * @param untilReset if so, how long until then; empty if that cannot be believed
 */
record LimitHeaderReading(LimitScope scope, OptionalInt limit, boolean spent, Optional<Duration> untilReset) {

    private static final int MAXIMUM_LENGTH = 128;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final long MILLIS = 1000;

    static LimitHeaderReading of(final HttpHeaders headers, final RateLimitHeaders meaning, final Instant now) {
        final OptionalLong limit = number(headers, meaning.limit());
        final OptionalLong remaining = number(headers, meaning.remaining());
        final boolean spent = remaining.isPresent()
                && remaining.getAsLong() <= 0
                && headers.first(meaning.reset()).isPresent();
        return new LimitHeaderReading(
                meaning.scope(),
                limit.isPresent() && limit.getAsLong() >= 0
                        ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, limit.getAsLong()))
                        : OptionalInt.empty(),
                spent,
                spent ? untilReset(headers, meaning, now) : Optional.empty());
    }

    private static Optional<Duration> untilReset(
            final HttpHeaders headers, final RateLimitHeaders meaning, final Instant now) {
        final OptionalLong reset = number(headers, meaning.reset());
        if (reset.isEmpty()) {
            return Optional.empty();
        }
        final long value = reset.getAsLong();
        final long carrierNow = carrierNow(headers, now).getEpochSecond();
        final Optional<Duration> asDeclared =
                believable(meaning.resetMeaning() == ResetMeaning.SECONDS_TO_GO ? value : value - carrierNow);
        return asDeclared.isPresent() ? asDeclared : believable(-Math.floorDiv(-value, MILLIS) - carrierNow);
    }

    private static Optional<Duration> believable(final long seconds) {
        return seconds >= 0 && seconds <= RetryAfter.MAXIMUM.toSeconds()
                ? Optional.of(Duration.ofSeconds(seconds))
                : Optional.empty();
    }

    /** The carrier's own clock, so that a wrong one on either side does no harm. */
    private static Instant carrierNow(final HttpHeaders headers, final Instant now) {
        final Optional<String> date = headers.first("Date");
        if (date.isEmpty() || date.get().length() > MAXIMUM_LENGTH) {
            return now;
        }
        try {
            return ZonedDateTime.parse(date.get().strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (final DateTimeException e) {
            return now;
        }
    }

    private static OptionalLong number(final HttpHeaders headers, final String name) {
        return headers.first(name)
                .filter(value -> value.length() <= MAXIMUM_LENGTH)
                .map(String::strip)
                .filter(value -> NUMBER.matcher(value).matches())
                .map(value -> OptionalLong.of(Long.parseLong(value)))
                .orElse(OptionalLong.empty());
    }
}
