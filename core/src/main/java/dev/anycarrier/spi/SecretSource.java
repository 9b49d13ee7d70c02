package dev.anycarrier.spi;

/**
 * Where a secret is read each time it is needed, so that it can change while the process runs. Thread-safe and quick: a
 * source that asks a vault keeps the value itself.
 */
@FunctionalInterface
public interface SecretSource {

    /** The secret as it is now. */
    Secret current();

    /** Whether the secret never changes, so that nobody needs to look again. */
    default boolean isFixed() {
        return false;
    }

    /** A source of a secret that never changes. */
    static SecretSource fixed(final Secret secret) {
        return new FixedSecretSource(secret);
    }
}
