package dev.anycarrier.http;

import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.UsageException;

/** Makes {@link UsageException.Kind#INVALID_DATA} exceptions that name the field and never repeat its value. */
public final class InvalidData {

    private InvalidData() {}

    /**
     * An exception about one field.
     *
     * @param field the field's path in the carrier's words, such as {@code data.total}
     * @param problem what is wrong, as a clause that follows the name, such as {@code is negative}
     */
    public static UsageException field(final String field, final String problem) {
        return of("field " + field + " " + problem);
    }

    /**
     * An exception about something that names another SIM than the one asked about; the engine is told, since the
     * connection may have mixed up answers.
     *
     * @param what the part of the answer, such as {@code the answer}
     */
    public static UsageException anotherSim(final String what, final ProviderEvents events) {
        events.anotherSim();
        return of(what + " is about another SIM than the one asked for");
    }

    /** An exception about the whole answer. */
    public static UsageException of(final String problem) {
        return UsageException.of(UsageException.Kind.INVALID_DATA, problem).build();
    }
}
