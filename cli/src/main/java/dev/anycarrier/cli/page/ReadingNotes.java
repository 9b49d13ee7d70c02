package dev.anycarrier.cli.page;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.cli.digest.Digest;
import java.util.ArrayList;
import java.util.List;

/** What the page assumes, so that nobody takes it for more than it is. */
final class ReadingNotes {

    private ReadingNotes() {}

    static Section section(final Digest digest) {
        final List<String> notes = new ArrayList<>(List.of(
                "Unlimited, not told and zero are three things: no sum and no chart takes one for another.",
                "The buckets of a SIM are taken together by service. Those that have expired are left out. A SIM is unlimited"
                        + " if one of its buckets is; what is left is not told if one of them does not tell it.",
                "Who runs out when assumes that a SIM goes on as evenly as it used so far. How fast that is comes from its"
                        + " records, if there are any: their sum over the time from the first record to the last of all"
                        + " SIMs. Else from its buckets: what was used of them over the time since the first of them began."
                        + " From less than an hour nothing is foretold, and nothing where the carrier does not tell"
                        + " when the validity began or what was used.",
                "Each SIM is counted once: on the day it is used up or on that its last validity ends, whichever is first.",
                "All times are UTC: a day begins at midnight UTC, a week on Monday. The first and the last step of use over"
                        + " time may be cut short by the window that was asked about.",
                "Data is in binary units (1 KiB = 1024 bytes), voice in minutes and seconds. What is drawn is rounded, what is"
                        + " added up is exact."));
        if (digest.accounts().containsKey(Digest.NO_ACCOUNT)) {
            notes.add("Records do not name their account. They are matched to SIMs by the id alone.");
        }
        if (digest.lateRecords() > 0) {
            notes.add(Figures.count(digest.lateRecords())
                    + " records stood behind the sweep: how fast SIMs use is not known"
                    + " from these. Name the records first.");
        }
        if (digest.repeated() > 0) {
            notes.add(Figures.count(digest.repeated())
                    + " lines named a SIM or a record that had been counted, and were left" + " out.");
        }
        return new Section(
                "notes",
                "How to read this",
                List.of(element("ul")
                        .as("notes")
                        .holding(notes.stream().map(note -> element("li", note)).toList())));
    }
}
