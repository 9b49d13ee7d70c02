package dev.anycarrier.spi;

import dev.anycarrier.usage.TagTotal;

/** A carrier's totals by tag. Thread-safe; the rules of {@link UsageProvider} hold. */
public interface TagUsage {

    /**
     * Asks for the usage of all SIMs that carry the tag: one request to the carrier.
     *
     * @param tag the carrier's identifier of the tag
     * @throws UsageException of any kind; {@link UsageException.Kind#REJECTED_INPUT}, without a request, if the text
     *     cannot be a tag of this carrier
     */
    TagTotal total(String tag);
}
