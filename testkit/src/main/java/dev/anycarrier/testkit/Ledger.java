package dev.anycarrier.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Every request that a server got, in the order of arrival, however it was answered. Thread-safe. */
public final class Ledger {

    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

    /** Adds an entry. */
    public void add(final Entry entry) {
        entries.add(entry);
    }

    /** A copy of all entries. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many requests there were of one purpose. */
    public long count(final Purpose purpose) {
        return entries.stream().filter(entry -> entry.purpose == purpose).count();
    }

    /** What a request was for. */
    public enum Purpose {
        /** An access token. */
        TOKEN,
        /** The usage of one SIM. */
        USAGE,
        /** A page of records or hourly groups. */
        RECORDS,
        /** Anything else about a SIM or an account. */
        OTHER,
        /** Nothing that the server has. */
        UNKNOWN_PATH
    }

    /**
     * One request.
     *
     * @param time when it arrived, by the server's clock
     * @param purpose what it was for
     * @param method its method
     * @param target its raw path and query
     * @param sim the SIM it was about, as written in the request, or empty
     * @param status the status it was answered with
     */
    public record Entry(Instant time, Purpose purpose, String method, String target, Optional<String> sim, int status) {

        /** Checks that no part is {@code null}. */
        public Entry {
            Objects.requireNonNull(time, "time");
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(sim, "sim");
        }
    }
}
