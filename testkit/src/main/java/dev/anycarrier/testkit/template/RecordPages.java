package dev.anycarrier.testkit.template;

import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.SimulatorRequest;
import dev.anycarrier.usage.UsageRecord;
import java.util.List;
import java.util.Objects;

/** How a carrier hands out its usage records: page by page, oldest first. Methods are called by many threads at once. */
public interface RecordPages {

    /** The path that is asked for a page. */
    String path();

    /** How many records there are on a page that is not the last. */
    int size();

    /**
     * Reads which page of which records a request is for.
     *
     * @throws IllegalArgumentException if it cannot be meant; the carrier then answers
     *     {@link TemplateSimulator#rejected}
     */
    Question question(SimulatorRequest request);

    /** The carrier's answer, with status 200: a JSON document. */
    String page(Page page);

    /**
     * Last say about a record that was drawn: what the carrier does not tell is taken out. Drawn are a session, a
     * network with all its parts, and times of whole seconds; no ICCID beside the SIM's name. As it is by default.
     */
    default UsageRecord adapt(final UsageRecord drawn) {
        return drawn;
    }

    /**
     * A page that is asked for.
     *
     * @param query the records that are asked for
     * @param number the number of the page, from 1
     */
    record Question(UsageRecordQuery query, int number) {

        /** Checks that there is a query. */
        public Question {
            Objects.requireNonNull(query, "query");
        }
    }

    /**
     * A page.
     *
     * @param records what is on it, oldest first
     * @param number its number, from 1
     * @param pages how many there are; at least one, which may be empty
     */
    record Page(List<UsageRecord> records, int number, int pages) {

        /** Copies the records. */
        public Page {
            records = List.copyOf(records);
        }

        /** Whether no page follows. */
        public boolean last() {
            return number >= pages;
        }
    }
}
