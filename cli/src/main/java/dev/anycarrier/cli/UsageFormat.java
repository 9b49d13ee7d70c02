package dev.anycarrier.cli;

import java.util.Locale;

/** How the usage of SIMs is written. */
enum UsageFormat {
    /** For people. */
    TABLE,
    /** For programs: one document. */
    JSON,
    /** For programs that speak TM Forum's TMF677: an array of its reports. */
    TMF677;

    /** The word for the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
