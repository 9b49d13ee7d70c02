package dev.anycarrier.cli;

import java.util.Locale;

/** How an answer that is read as a whole is written. */
enum DocumentFormat {
    /** For people. */
    TABLE,
    /** For programs: one document. */
    JSON;

    /** The word for the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
