package dev.anycarrier.discovery;

import dev.anycarrier.spi.UsageProviderFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The providers that are there: those registered by hand and those found by {@link java.util.ServiceLoader}. A plugin
 * that is broken is reported, and harms no other.
 *
 * <p>Of two with the same identifier: one registered by hand replaces one that was found; if they are of the same class
 * nobody needs to hear of it, else the replaced one is reported. Among equals neither is used and both are reported. Immutable once made.
 */
public final class ProviderDiscovery {

    private final SortedMap<String, UsageProviderFactory> factories = new TreeMap<>();
    private final List<DiscoveredProvider> found = new ArrayList<>();
    private final List<FailedProvider> failed = new ArrayList<>();

    private ProviderDiscovery() {}

    /**
     * Searches.
     *
     * @param loader whose providers are found
     * @param explicit the factories registered by hand
     */
    public static ProviderDiscovery run(final ClassLoader loader, final List<UsageProviderFactory> explicit) {
        final ProviderDiscovery discovery = new ProviderDiscovery();
        final UniqueCandidates registered = new UniqueCandidates(discovery.failed::add);
        explicit.forEach(registered::add);
        final UniqueCandidates discovered = new UniqueCandidates(discovery.failed::add);
        ServiceSearch.run(loader, discovered::add, discovery.failed::add);
        final SortedMap<String, Candidate> chosen = registered.unique();
        discovered.unique().forEach((id, candidate) -> {
            final Candidate replacement = chosen.putIfAbsent(id, candidate);
            if (replacement != null && !replacement.isOfSameClassAs(candidate)) {
                discovery.failed.add(new FailedProvider(
                        candidate.source(),
                        "not used, because " + replacement.source() + " is registered by hand for " + id));
            }
        });
        chosen.values().forEach(discovery::use);
        return discovery;
    }

    /** The factories that can be used, by identifier. */
    public Map<String, UsageProviderFactory> factories() {
        return Collections.unmodifiableSortedMap(factories);
    }

    /** What to tell people. */
    public DiscoveredProviders providers() {
        return new DiscoveredProviders(found, failed);
    }

    private void use(final Candidate candidate) {
        factories.put(candidate.id(), candidate.factory());
        found.add(candidate.described());
    }
}
