package dev.anycarrier.testkit.conformance.report;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.conformance.result.Outcome;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers, times and names as a person would write them. */
final class Words {

    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long TENTHS_PER_SECOND = 10;

    private Words() {}

    static String count(final long number, final String one, final String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** A whole number: {@code 1,000,000}. */
    static String number(final long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A span of time, to the nanosecond: {@code 15 minutes}, {@code 1 minute 30 seconds}. */
    static String exactly(final Duration span) {
        if (span.isZero()) {
            return "0 seconds";
        }
        final String words = List.of(
                        part(span.toDaysPart(), "day"),
                        part(span.toHoursPart(), "hour"),
                        part(span.toMinutesPart(), "minute"),
                        part(span.toSecondsPart(), "second"),
                        part(span.toMillisPart(), "millisecond"),
                        part(span.toNanosPart() % 1_000_000, "nanosecond"))
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? span.toString() : words;
    }

    private static String part(final long number, final String unit) {
        return number > 0 ? count(number, unit, unit + "s") : "";
    }

    /** About how long something took: {@code 12 ms}, {@code 1.4 s}, {@code 2 min 5 s}. */
    static String about(final Duration took) {
        final long millis = took.toMillis();
        if (took.isZero()) {
            return "0 ms";
        }
        if (millis < 1) {
            return "< 1 ms";
        }
        if (millis < MILLIS_PER_SECOND) {
            return millis + " ms";
        }
        if (took.toMinutes() < 1) {
            final long tenths = millis * TENTHS_PER_SECOND / MILLIS_PER_SECOND;
            return tenths / TENTHS_PER_SECOND + "." + tenths % TENTHS_PER_SECOND + " s";
        }
        return took.toMinutes() + " min " + took.toSecondsPart() + " s";
    }

    /** A limit: {@code at most 5 requests in any 1 second for the whole account}. */
    static String limit(final RateLimit limit) {
        return "at most " + count(limit.requests(), "request", "requests") + " in any " + exactly(limit.window()) + " "
                + scope(limit.scope());
    }

    static String scope(final LimitScope scope) {
        return switch (scope) {
            case SIM -> "about one SIM";
            case ACCOUNT -> "for the whole account";
            case TOKEN_ENDPOINT -> "to the token endpoint";
        };
    }

    static String outcome(final Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case DEVIATED -> "deviates";
            case NOT_OFFERED -> "not offered";
            case NOT_APPLICABLE -> "not applicable";
            case NOT_RUN -> "not run";
        };
    }

    /** The names of constants in their order: {@code data, voice, message}. */
    static <E extends Enum<E>> String names(final Collection<E> constants) {
        return constants.stream().sorted().map(Words::name).collect(Collectors.joining(", "));
    }

    /** The name of a constant: {@code usage by hour}. */
    static String name(final Enum<?> constant) {
        final String name = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return name.replace("iccid", "ICCID").replace("sim id", "SIM id");
    }

    /** The name by which the style sheet and the filter know a constant: {@code not-offered}. */
    static String style(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
