package dev.anycarrier.discovery;

import dev.anycarrier.spi.Setting;
import java.util.List;
import java.util.Objects;

/**
 * A provider that is there and can be used.
 *
 * @param id the carrier's identifier, such as {@code airalo}
 * @param displayName the carrier's name for people
 * @param source the factory's class and the jar file or folder it came from
 * @param settings the settings its accounts have besides those that every account has
 */
public record DiscoveredProvider(String id, String displayName, String source, List<Setting<?>> settings) {

    /** Copies the list. */
    public DiscoveredProvider {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(source, "source");
        settings = List.copyOf(settings);
    }
}
