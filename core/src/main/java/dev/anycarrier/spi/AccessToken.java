package dev.anycarrier.spi;

import java.time.Duration;
import java.util.Objects;

/**
 * A token that a carrier gave in exchange for credentials.
 *
 * @param secret the token itself
 * @param lifetime how long it may be used from the moment it was received; the engine takes a margin off it
 */
public record AccessToken(Secret secret, Duration lifetime) {

    private static final int MAXIMUM_LENGTH = 16 * 1024;

    /**
     * Checks the token.
     *
     * @throws IllegalArgumentException if the lifetime is not positive, or the token does not fit a header: more than
     *     16 KiB, or characters other than visible ASCII
     */
    public AccessToken {
        Objects.requireNonNull(secret, "secret");
        if (lifetime.isZero() || lifetime.isNegative()) {
            throw new IllegalArgumentException("a token's lifetime is positive");
        }
        final String token = secret.reveal();
        if (token.length() > MAXIMUM_LENGTH
                || !token.chars().allMatch(character -> character > ' ' && character < 127)) {
            throw new IllegalArgumentException("a token fits a header: at most 16 KiB of visible ASCII");
        }
    }
}
