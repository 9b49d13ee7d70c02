package dev.anycarrier.settings;

import java.util.Objects;

/**
 * One thing that is wrong with the settings.
 *
 * @param setting the full name, such as {@code airalo-eu.client-id}
 * @param origin where the value came from, such as {@code carriers.properties}, or where one was looked for
 * @param problem what is wrong, as a clause; never holds the value of a secret
 */
public record SettingsProblem(String setting, String origin, String problem) {

    /** Checks that every part is there. */
    public SettingsProblem {
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(problem, "problem");
    }

    /** The problem in one line. */
    @Override
    public String toString() {
        return setting + " " + problem + " (" + origin + ")";
    }
}
