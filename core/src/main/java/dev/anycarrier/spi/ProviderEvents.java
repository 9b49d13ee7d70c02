package dev.anycarrier.spi;

/** What a provider noticed on the side. Thread-safe; never throws; costs next to nothing. */
public interface ProviderEvents {

    /**
     * An answer had fields that this version does not know. They were ignored.
     *
     * @param count how many
     */
    void unknownFields(int count);

    /**
     * An answer named another SIM than the one that was asked about, and was refused. It may have been the answer to
     * another request, so connections that wait to be used again are closed.
     */
    default void anotherSim() {}
}
