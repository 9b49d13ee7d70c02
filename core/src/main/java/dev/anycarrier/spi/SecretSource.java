package dev.anycarrier.spi;

/**
 * Where a secret is read each time it is needed, so that it can change while the process runs. Thread-safe and quick: a
 * source that asks a vault keeps the value itself.
 */
@FunctionalInterface
public interface SecretSource {

    /** The secret as it is now. */
    Secret current();

    /** A source of a secret that never changes. */
    static SecretSource fixed(final Secret secret) {
        return new FixedSecretSource(secret);
    }
}
