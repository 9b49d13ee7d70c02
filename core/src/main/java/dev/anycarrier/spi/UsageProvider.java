package dev.anycarrier.spi;

import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.util.Optional;

/**
 * One account of one carrier.
 *
 * <p>Every method is thread-safe. Those that ask the carrier block, end early when the thread is interrupted, and throw
 * nothing but {@link UsageException}. One call leads to as few requests as the carrier's interface allows, and to no
 * request at all when the question is invalid.
 */
public interface UsageProvider extends AutoCloseable {

    /** What holds for this account, whatever is asked. Constant over the provider's life; no I/O. */
    ProviderDescriptor descriptor();

    /**
     * Asks for the usage of one SIM. The report names the SIM by the identifier that was asked for.
     *
     * @throws UsageException of any kind; {@link UsageException.Kind#NOT_FOUND} if the carrier does not know the SIM,
     *     {@link UsageException.Kind#INVALID_DATA} if the answer is not what the carrier promises
     */
    UsageReport usage(SimId sim);

    /** The carrier's usage records, or empty if it has none: then nothing can be called. */
    default Optional<UsageRecords> records() {
        return Optional.empty();
    }

    /** Usage grouped by the hour, or empty if the carrier has none. */
    default Optional<UsageByHour> usageByHour() {
        return Optional.empty();
    }

    /** Totals by tag, or empty if the carrier has none. */
    default Optional<TagUsage> tagUsage() {
        return Optional.empty();
    }

    /**
     * How to find out whether the credentials are accepted, or empty if that takes a question about usage. Not needed where
     * credentials are exchanged for a token: then that exchange shows it.
     */
    default Optional<AccessCheck> accessCheck() {
        return Optional.empty();
    }

    /**
     * Releases what the provider holds. Idempotent; never throws, and takes no more than a moment: nobody waits for it
     * longer. The transport is closed by its owner.
     */
    @Override
    default void close() {}
}
