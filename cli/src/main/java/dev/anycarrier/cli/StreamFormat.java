package dev.anycarrier.cli;

import java.util.Locale;

/** How an answer of any length is written, line by line. */
enum StreamFormat {
    /** For people. */
    TABLE,
    /** For programs: a JSON object on each line. */
    JSONL,
    /** For spreadsheets. */
    CSV,
    /** For billing: on each line a usage of TM Forum's TMF635. */
    TMF635;

    /** The word for the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
