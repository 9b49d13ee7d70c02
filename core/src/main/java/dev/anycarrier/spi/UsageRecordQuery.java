package dev.anycarrier.spi;

import dev.anycarrier.usage.SimId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which usage records are wanted.
 *
 * @param from the first instant of the window
 * @param to the first instant after the window
 * @param sim only this SIM, or empty for the whole account
 * @param country only this country (ISO 3166 alpha-2, kept in upper case), or empty for all
 */
public record UsageRecordQuery(Instant from, Instant to, Optional<SimId> sim, Optional<String> country) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    /**
     * Checks the window and the country.
     *
     * @throws IllegalArgumentException if the window is empty or reversed, or the country is not two letters
     */
    public UsageRecordQuery {
        Objects.requireNonNull(sim, "sim");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("the window of records must end after it starts (" + from + ")");
        }
        country = country.map(UsageRecordQuery::upperCase);
    }

    /** All records of the account in the window. */
    public static UsageRecordQuery between(final Instant from, final Instant to) {
        return new UsageRecordQuery(from, to, Optional.empty(), Optional.empty());
    }

    /** The same query for one SIM. */
    public UsageRecordQuery of(final SimId onlySim) {
        return new UsageRecordQuery(from, to, Optional.of(onlySim), country);
    }

    /**
     * The same query for one country.
     *
     * @throws IllegalArgumentException if the country is not two letters
     */
    public UsageRecordQuery in(final String onlyCountry) {
        return new UsageRecordQuery(from, to, sim, Optional.of(onlyCountry));
    }

    /** Whether the instant lies inside the window. */
    public boolean contains(final Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    private static String upperCase(final String country) {
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("a country is two letters (ISO 3166 alpha-2), such as DK");
        }
        return country.toUpperCase(Locale.ROOT);
    }
}
