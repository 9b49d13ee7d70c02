package dev.anycarrier.spi;

import java.util.Optional;

/** The validated values of an account's settings. Immutable and thread-safe; values of secrets are masked when shown. */
public interface ProviderSettings {

    /**
     * The value of a setting that is required or has a default.
     *
     * @throws IllegalArgumentException if the factory did not declare the setting, or it is optional and absent
     */
    <T> T get(Setting<T> setting);

    /**
     * The value of a setting, or empty if it is optional and absent.
     *
     * @throws IllegalArgumentException if the factory did not declare the setting
     */
    <T> Optional<T> find(Setting<T> setting);
}
