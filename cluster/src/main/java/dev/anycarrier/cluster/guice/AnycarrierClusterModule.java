package dev.anycarrier.cluster.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import com.google.inject.multibindings.OptionalBinder;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.cluster.ClusterSettings;
import dev.anycarrier.cluster.RedisCluster;
import dev.anycarrier.cluster.sweep.ClusterSweeps;
import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.settings.Settings;
import java.util.Objects;

/**
 * Makes the {@link Anycarrier} of an {@link dev.anycarrier.guice.AnycarrierModule} one node of several: binds {@link
 * RedisCluster} and, where the settings name a database, {@link ClusterSweeps}, both as singletons, and {@link
 * ClusterSettings}.
 *
 * <pre>{@code
 * Settings settings = Settings.load(Path.of("carriers.properties")); // with cluster.redis, and perhaps cluster.jdbc
 * Injector injector = Guice.createInjector(AnycarrierModule.of(settings), AnycarrierClusterModule.of(settings));
 * }</pre>
 *
 * <p>The sweeps work as soon as they are injected. Whoever creates the injector closes them, and then the {@link Anycarrier},
 * which closes the {@link RedisCluster}.
 */
@SuppressWarnings("exports")
public final class AnycarrierClusterModule extends AbstractModule {

    private final ClusterSettings settings;

    private AnycarrierClusterModule(final ClusterSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /**
     * A module of these settings.
     *
     * @throws dev.anycarrier.settings.InvalidSettingsException with all that is wrong with those of the cluster
     */
    public static AnycarrierClusterModule of(final Settings settings) {
        return new AnycarrierClusterModule(ClusterSettings.of(settings));
    }

    @Override
    protected void configure() {
        bind(ClusterSettings.class).toInstance(settings);
        bind(RedisCluster.class).toProvider(settings::openRedis).in(Scopes.SINGLETON);
        OptionalBinder.newOptionalBinder(binder(), Cluster.class).setBinding().to(RedisCluster.class);
        if (settings.hasDatabase()) {
            final Provider<Anycarrier> carriers = getProvider(Anycarrier.class);
            bind(ClusterSweeps.class)
                    .toProvider(() -> settings.sweeps().carriers(carriers.get()).build())
                    .in(Scopes.SINGLETON);
        }
    }
}
