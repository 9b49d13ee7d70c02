package dev.anycarrier.engine.sweep;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.port.Pilot;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What a sweep needs of an account. Thread-safe. */
public interface SweptAccount {

    /** The account's configured name. */
    String name();

    /** The identifier of its provider. */
    String provider();

    /** How long a question may take if the options do not say. */
    Duration deadline();

    /** How many questions are worth having under way together, at least 1: more than that would only wait for the limits. */
    int concurrency();

    /**
     * Asks for the usage of one SIM; blocks, and ends early if the thread is interrupted, unless a pilot flies itself.
     *
     * @param pilot on whose thread, this one, the carrier may be asked; empty if another thread has to do that
     * @throws UsageException of any kind
     */
    UsageResult usage(SimId sim, CallOptions options, Optional<Pilot> pilot);

    /**
     * The records of the whole account, with the priority of a sweep; a lazy stream that the sweep closes.
     *
     * @return empty if the carrier has no such records
     * @throws UsageException of any kind, now or while the stream is read
     */
    Optional<Stream<UsageRecord>> records(UsageRecordQuery query);

    /** The least time that so many questions take under the account's limits. */
    Duration timeFor(long questions);
}
