package dev.anycarrier.settings;

import java.util.Objects;

/**
 * A setting of an account that has a value, for people to look at.
 *
 * @param name the setting's name within the account, such as {@code client-id}
 * @param shownValue the value as it was given; {@code ***} for a secret
 * @param origin where it came from, such as {@code carriers.properties, line 3}, or {@code default}
 * @param description what the setting is for
 */
public record EffectiveSetting(String name, String shownValue, String origin, String description) {

    /** Checks that every part is there. */
    public EffectiveSetting {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(shownValue, "shownValue");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(description, "description");
    }
}
