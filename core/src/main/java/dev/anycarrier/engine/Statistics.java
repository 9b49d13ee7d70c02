package dev.anycarrier.engine;

import dev.anycarrier.spi.ProviderEvents;
import java.util.concurrent.atomic.LongAdder;

/** What one account has done so far. Thread-safe. */
public final class Statistics implements ProviderEvents {

    private final LongAdder requests = new LongAdder();
    private final LongAdder tokenRequests = new LongAdder();
    private final LongAdder unknownFields = new LongAdder();

    @Override
    public void unknownFields(final int count) {
        unknownFields.add(count);
    }

    void sent(final Purpose purpose) {
        requests.increment();
        if (purpose == Purpose.TOKEN) {
            tokenRequests.increment();
        }
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
}
