package dev.anycarrier.testkit.conformance.result;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.Setting;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The provider that was tried, as it describes itself.
 *
 * @param id the carrier's identifier
 * @param displayName what the carrier is called
 * @param factory the class of the factory
 * @param settings the settings of an account, besides the common ones
 * @param capabilities what it offers
 * @param descriptor its identifiers, services, times and limits; empty if no account could be opened
 */
public record Subject(
        String id,
        String displayName,
        String factory,
        List<Setting<?>> settings,
        Set<Capability> capabilities,
        Optional<ProviderDescriptor> descriptor) {

    /** Copies the collections. */
    public Subject {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(factory, "factory");
        settings = List.copyOf(settings);
        capabilities = Set.copyOf(capabilities);
        Objects.requireNonNull(descriptor, "descriptor");
    }
}
