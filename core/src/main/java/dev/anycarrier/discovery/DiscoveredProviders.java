package dev.anycarrier.discovery;

import java.util.List;

/**
 * What the search for providers brought to light.
 *
 * @param found those that can be used, by identifier
 * @param failed those that cannot, in the order in which they were met
 */
public record DiscoveredProviders(List<DiscoveredProvider> found, List<FailedProvider> failed) {

    /** Copies the lists. */
    public DiscoveredProviders {
        found = List.copyOf(found);
        failed = List.copyOf(failed);
    }
}
