package dev.anycarrier.discovery;

import dev.anycarrier.spi.UsageProviderFactory;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;

/** Goes through what {@link ServiceLoader} finds, and goes on after a plugin that cannot be loaded. */
final class ServiceSearch {

    /** A search that fails this often without coming upon a plugin in between is taken to stand still. */
    private static final int FAILURES_IN_A_ROW = 100;

    private final Iterator<ServiceLoader.Provider<UsageProviderFactory>> providers;
    private final Set<FailedProvider> failed = new LinkedHashSet<>();

    private ServiceSearch(final Iterator<ServiceLoader.Provider<UsageProviderFactory>> providers) {
        this.providers = providers;
    }

    /**
     * Searches.
     *
     * @param found gets every factory that could be made
     * @param failed gets what could not be loaded or made; the same failure once
     */
    static void run(
            final ClassLoader loader,
            final Consumer<UsageProviderFactory> found,
            final Consumer<FailedProvider> failed) {
        final ServiceSearch search = new ServiceSearch(
                ServiceLoader.load(UsageProviderFactory.class, loader).stream().iterator());
        search.run(found);
        search.failed.forEach(failed);
    }

    private void run(final Consumer<UsageProviderFactory> found) {
        int failures = 0;
        while (failures < FAILURES_IN_A_ROW) {
            try {
                final Optional<ServiceLoader.Provider<UsageProviderFactory>> next =
                        PluginCall.of("loading", this::next);
                if (next.isEmpty()) {
                    return;
                }
                failures = 0;
                make(next.get()).ifPresent(found);
            } catch (final UnusableProvider e) {
                failures++;
                failed.add(new FailedProvider("a plugin", e.problem()));
            }
        }
        failed.add(new FailedProvider("the search for plugins", "was given up after too many failures in a row"));
    }

    private Optional<ServiceLoader.Provider<UsageProviderFactory>> next() {
        return providers.hasNext() ? Optional.of(providers.next()) : Optional.empty();
    }

    private Optional<UsageProviderFactory> make(final ServiceLoader.Provider<UsageProviderFactory> provider) {
        try {
            return Optional.of(PluginCall.of("instantiation", provider));
        } catch (final UnusableProvider e) {
            failed.add(new FailedProvider(PluginSource.of(provider.type()), e.problem()));
            return Optional.empty();
        }
    }
}
