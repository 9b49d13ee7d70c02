package dev.anycarrier.cli;

import dev.anycarrier.spi.UsageException;

/** How the process ends. */
enum ExitCode {
    /** Everything was answered. */
    OK(0),
    /** Something happened that should not: a defect, or an output that could not be written. */
    UNEXPECTED(1),
    /** The question cannot be asked: arguments, settings, an account or a SIM id that is none. */
    USAGE(2),
    /** The carrier does not know what was asked about, or no longer. */
    NOT_FOUND(3),
    /** The carrier does not let us ask. */
    ACCESS(4),
    /** A limit is reached. */
    LIMITED(5),
    /** No answer that can be used: none at all, none in time, or a broken one. */
    UNAVAILABLE(6),
    /** Part was answered, and part was not. */
    PARTIAL(7),
    /** A provider does not conform, or that could not be found out. */
    NOT_CONFORMANT(8);

    private final int code;

    ExitCode(final int code) {
        this.code = code;
    }

    /** The process's exit status. */
    int code() {
        return code;
    }

    /** What a failure of this kind ends with. */
    static ExitCode of(final UsageException.Kind kind) {
        return switch (kind) {
            case REJECTED_INPUT, UNSUPPORTED -> USAGE;
            case NOT_FOUND, GONE -> NOT_FOUND;
            case AUTHENTICATION_FAILED, PERMISSION_DENIED -> ACCESS;
            case TOO_MANY_REQUESTS -> LIMITED;
            case UNAVAILABLE, DEADLINE_EXCEEDED, PROTOCOL, TOO_LARGE, INVALID_DATA -> UNAVAILABLE;
            case CANCELLED -> UNEXPECTED;
        };
    }
}
