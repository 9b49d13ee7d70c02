package dev.anycarrier.onomondo;

import dev.anycarrier.http.InvalidData;
import dev.anycarrier.spi.PassingText;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Tells which records of a page a query wants, and refuses a page about another SIM. Not thread-safe. */
final class WantedRows {

    private final long first;
    private final long end;
    private final Optional<byte[]> sim;
    private final boolean byIccid;
    private final Optional<String> country;
    private final ProviderEvents events;

    WantedRows(final UsageRecordQuery query, final ProviderEvents events) {
        this.first = notBefore(query.from());
        this.end = notBefore(query.to());
        this.sim = query.sim().map(SimId::value).map(value -> value.getBytes(StandardCharsets.US_ASCII));
        this.byIccid = query.sim().filter(Iccid.class::isInstance).isPresent();
        this.country = query.country();
        this.events = events;
    }

    /**
     * Whether a record is wanted.
     *
     * @param index where it stands on its page
     */
    boolean include(final UsageRow row, final int index) {
        if (sim.isPresent() && !names(row, sim.get())) {
            throw InvalidData.anotherSim("usage[" + index + "]", events);
        }
        return row.second() >= first && row.second() < end && isInCountry(row.country());
    }

    private boolean names(final UsageRow row, final byte[] asked) {
        final PassingText named = byIccid ? row.iccid() : row.sim();
        return named.contentEquals(asked, 0, asked.length);
    }

    /** A record without a country was found by the carrier's filter, and there is nothing to hold against it. */
    private boolean isInCountry(final PassingText recorded) {
        return country.isEmpty()
                || recorded.length() == 0
                || recorded.text().toUpperCase(Locale.ROOT).equals(country.get());
    }

    /** The first whole second that is not before: records have whole seconds. */
    private static long notBefore(final Instant time) {
        return time.getNano() == 0 ? time.getEpochSecond() : time.getEpochSecond() + 1;
    }
}
