package dev.anycarrier.testkit.carriers;

import dev.anycarrier.usage.TimePeriod;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The filters of a request: {@code filter=key:value} once, or {@code filter[]=key:value} any number of times. How the
 * carrier refuses what it does not document is made up: 400 with {@code filter_invalid}.
 */
final class OnomondoFilter {

    private static final Map<String, Predicate<String>> VALUES = Map.of(
            "time", text -> period(text).isPresent(),
            "country_code", Pattern.compile("[a-z]{2}").asMatchPredicate(),
            "sim_id", Pattern.compile("[0-9]{9}").asMatchPredicate());

    private final Map<String, String> values;

    private OnomondoFilter(final Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads the filters.
     *
     * @param bySim whether {@code sim_id} is a filter here
     * @throws OnomondoRefusal if they are not as documented
     */
    static OnomondoFilter of(final Map<String, List<String>> query, final boolean bySim) {
        final List<String> single = query.getOrDefault("filter", List.of());
        final List<String> several = query.getOrDefault("filter[]", List.of());
        if (single.size() > 1 || (!single.isEmpty() && !several.isEmpty())) {
            throw new OnomondoRefusal(400, "filter_invalid");
        }
        final Map<String, String> values = new HashMap<>();
        Stream.concat(single.stream(), several.stream()).forEach(filter -> {
            final int colon = filter.indexOf(':');
            final String key = filter.substring(0, Math.max(0, colon));
            final String value = filter.substring(colon + 1);
            final boolean known = bySim || !key.equals("sim_id");
            if (!known || !VALUES.getOrDefault(key, text -> false).test(value) || values.put(key, value) != null) {
                throw new OnomondoRefusal(400, "filter_invalid");
            }
        });
        return new OnomondoFilter(values);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether a record is wanted. */
    Predicate<OnomondoRecord> wanted() {
        final Optional<TimePeriod> period =
                Optional.ofNullable(values.get("time")).flatMap(OnomondoFilter::period);
        final Optional<String> sim = Optional.ofNullable(values.get("sim_id"));
        final Optional<String> country = Optional.ofNullable(values.get("country_code"));
        return usage -> period.map(span -> span.contains(usage.time())).orElse(true)
                && country.map(usage.network().country()::equals).orElse(true)
                && sim.map(usage.simId()::equals).orElse(true);
    }

    /** The day, the month or the year that the text names, or empty if it names none. */
    private static Optional<TimePeriod> period(final String text) {
        try {
            return switch (text.length()) {
                case 10 -> Optional.of(period(LocalDate.parse(text), Period.ofDays(1)));
                case 7 -> Optional.of(period(YearMonth.parse(text).atDay(1), Period.ofMonths(1)));
                case 4 -> Optional.of(period(Year.parse(text).atDay(1), Period.ofYears(1)));
                default -> Optional.empty();
            };
        } catch (final DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static TimePeriod period(final LocalDate first, final Period length) {
        return TimePeriod.between(
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                first.plus(length).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
