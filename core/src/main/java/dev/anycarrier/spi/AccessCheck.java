package dev.anycarrier.spi;

/** Finds out whether a carrier accepts an account's credentials. Thread-safe; the rules of {@link UsageProvider} hold. */
@FunctionalInterface
public interface AccessCheck {

    /**
     * Sends one request that a carrier answers to nobody but its customers, and that asks for no usage. Returns if the
     * credentials were accepted.
     *
     * @throws UsageException {@link UsageException.Kind#AUTHENTICATION_FAILED} or {@link
     *     UsageException.Kind#PERMISSION_DENIED} if they were refused, else what kept it from being found out
     */
    void run();
}
