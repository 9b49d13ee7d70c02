package dev.anycarrier.tmforum;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.usage.TimePeriod;
import java.time.Instant;
import java.util.Optional;

/** Times as RFC 3339 writes them, which has the years 0000 to 9999 and no others. */
final class Times {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private Times() {}

    /** Adds a time, unless it is absent or cannot be written. */
    static void put(final ObjectNode json, final String member, final Optional<Instant> time) {
        time.filter(Times::canBeWritten).ifPresent(instant -> json.put(member, instant.toString()));
    }

    /** Adds a {@code TimePeriod}, unless neither of its sides can be told. */
    static void putPeriod(final ObjectNode json, final String member, final Optional<TimePeriod> period) {
        if (period.isPresent()) {
            final ObjectNode sides = json.objectNode();
            put(sides, "startDateTime", period.get().start());
            put(sides, "endDateTime", period.get().end());
            if (!sides.isEmpty()) {
                json.set(member, sides);
            }
        }
    }

    private static boolean canBeWritten(final Instant time) {
        return !time.isBefore(FIRST) && time.isBefore(AFTER_LAST);
    }
}
