package dev.anycarrier.engine;

import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.SimId;
import java.util.Optional;

/**
 * What is asked, for limits that count by SIM and for the person who reads an error.
 *
 * @param operation what kind of question it is
 * @param text the question in words, the SIM masked
 * @param sim the one SIM it is about, or empty
 */
public record Question(Operation operation, String text, Optional<SimId> sim) {

    /** The usage of one SIM. */
    public static Question usage(final SimId sim) {
        return new Question(Operation.USAGE, "usage of " + sim, Optional.of(sim));
    }

    /** A page of usage records. */
    public static Question records(final UsageRecordQuery query) {
        return new Question(Operation.RECORDS, "usage records" + of(query), query.sim());
    }

    /** A page of usage by the hour. */
    public static Question byHour(final UsageRecordQuery query) {
        return new Question(Operation.USAGE_BY_HOUR, "usage by hour" + of(query), query.sim());
    }

    /** The total of a tag. */
    public static Question tagTotal() {
        return new Question(Operation.TAG_TOTAL, "total of a tag", Optional.empty());
    }

    /** An access token. */
    static Question accessToken() {
        return new Question(Operation.TOKEN, "access token", Optional.empty());
    }

    private static String of(final UsageRecordQuery query) {
        return query.sim().map(sim -> " of " + sim).orElse("") + " from " + query.from() + " to " + query.to();
    }
}
