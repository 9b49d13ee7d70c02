package dev.anycarrier.spi;

import java.util.Objects;

/** A text that is never shown: {@link #toString()} is masked, and it cannot be serialised. */
public final class Secret {

    private final String value;

    private Secret(final String value) {
        this.value = value;
    }

    /**
     * Wraps a secret.
     *
     * @throws IllegalArgumentException if it is blank, or holds a control character (it would not fit a header)
     */
    public static Secret of(final String value) {
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a secret must not be blank or hold control characters");
        }
        return new Secret(value);
    }

    /** The secret itself, for the request that needs it and for nothing else. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Secret secret && Objects.equals(value, secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Always the same text. */
    @Override
    public String toString() {
        return "***";
    }
}
