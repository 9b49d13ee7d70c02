package dev.anycarrier.engine;

import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.watch.Operation;
import java.util.Optional;

/**
 * What is asked, for limits that count by SIM and for the person who reads an error.
 *
 * @param operation what kind of question it is
 * @param wanted what is wanted, in words
 * @param sim the one SIM it is about, or empty
 * @param period of which time, in words, or empty
 */
public record Question(Operation operation, String wanted, Optional<SimId> sim, String period) {

    /** The usage of one SIM. */
    public static Question usage(final SimId sim) {
        return new Question(Operation.USAGE, "usage", Optional.of(sim), "");
    }

    /** A page of usage records. */
    public static Question records(final UsageRecordQuery query) {
        return new Question(Operation.RECORDS, "usage records", query.sim(), period(query));
    }

    /** A page of usage by the hour. */
    public static Question byHour(final UsageRecordQuery query) {
        return new Question(Operation.USAGE_BY_HOUR, "usage by hour", query.sim(), period(query));
    }

    /** The total of a tag. */
    public static Question tagTotal() {
        return new Question(Operation.TAG_TOTAL, "total of a tag", Optional.empty(), "");
    }

    /** Whether the carrier is there and lets us ask. */
    public static Question access() {
        return new Question(Operation.ACCESS, "access", Optional.empty(), "");
    }

    /** An access token. */
    static Question accessToken() {
        return new Question(Operation.TOKEN, "access token", Optional.empty(), "");
    }

    /** The question in words, the SIM masked. Put together where it is read, which is after a failure only. */
    public String text() {
        return wanted + sim.map(asked -> " of " + asked).orElse("") + period;
    }

    private static String period(final UsageRecordQuery query) {
        return " from " + query.from() + " to " + query.to();
    }
}
