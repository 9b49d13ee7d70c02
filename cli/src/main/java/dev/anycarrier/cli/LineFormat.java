package dev.anycarrier.cli;

import java.util.Locale;

/** How outcomes are written, each as it comes. */
enum LineFormat {
    /** A JSON object on each line. */
    JSONL,
    /** Comma-separated values. */
    CSV,
    /** On each line a report of TM Forum's TMF677, or its error. */
    TMF677;

    /** The word for the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
