package dev.anycarrier.engine;

import java.util.concurrent.atomic.LongAdder;

/** What one account has done so far. Thread-safe. */
public final class Statistics {

    private final LongAdder requests = new LongAdder();
    private final LongAdder tokenRequests = new LongAdder();
    private final LongAdder unknownFields = new LongAdder();
    private final LongAdder otherSims = new LongAdder();
    private final LongAdder repeatedRecords = new LongAdder();

    void sent(final Purpose purpose) {
        requests.increment();
        if (purpose == Purpose.TOKEN) {
            tokenRequests.increment();
        }
    }

    void ignored(final int fields) {
        unknownFields.add(fields);
    }

    void anotherSim() {
        otherSims.increment();
    }

    /** So many records were listed again. */
    public void repeated(final long records) {
        repeatedRecords.add(records);
    }

    /** Attempts so far, to whatever endpoint. */
    public long requests() {
        return requests.sum();
    }

    /** Attempts at the token endpoint. */
    public long tokenRequests() {
        return tokenRequests.sum();
    }

    /** Fields of answers that were ignored since nothing declares them. */
    public long unknownFields() {
        return unknownFields.sum();
    }

    /** Answers that named another SIM than the one asked about. */
    public long otherSims() {
        return otherSims.sum();
    }

    /** Records that were listed again and left out. */
    public long repeatedRecords() {
        return repeatedRecords.sum();
    }
}
