package dev.anycarrier.spi;

/** What a provider noticed on the side. Thread-safe; never throws; costs next to nothing. */
public interface ProviderEvents {

    /**
     * An answer had fields that this version does not know. They were ignored.
     *
     * @param count how many
     */
    void unknownFields(int count);
}
