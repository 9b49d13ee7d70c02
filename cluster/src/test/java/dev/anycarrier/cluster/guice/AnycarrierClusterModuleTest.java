package dev.anycarrier.cluster.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.cluster.ClusterSettings;
import dev.anycarrier.cluster.RedisCluster;
import dev.anycarrier.cluster.sweep.ClusterSweeps;
import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.guice.AnycarrierModule;
import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnycarrierClusterModuleTest {

    @Test
    void the_front_door_is_a_node_of_the_one_cluster_that_is_bound() {
        final Injector injector = injector(redis().build());

        try (Anycarrier carriers = injector.getInstance(Anycarrier.class)) {
            assertThat(carriers.accounts()).isEmpty();
            final RedisCluster redis = injector.getInstance(RedisCluster.class);
            assertThat(injector.getInstance(RedisCluster.class)).isSameAs(redis);
            assertThat(injector.getInstance(Key.get(new TypeLiteral<Optional<Cluster>>() {})))
                    .contains(redis);
            assertThat(redis.node()).isEqualTo("left");
            assertThat(injector.getInstance(ClusterSettings.class).node()).isEqualTo("left");
        }
    }

    @Test
    void sweeps_are_bound_where_there_is_a_database() {
        assertThat(injector(redis().build()).getExistingBinding(Key.get(ClusterSweeps.class)))
                .isNull();
        assertThat(injector(redis().set("cluster.jdbc", "jdbc:postgresql://127.0.0.1:1/usage")
                                .build())
                        .getExistingBinding(Key.get(ClusterSweeps.class)))
                .isNotNull();
    }

    @Test
    void without_this_module_nothing_is_shared() {
        final Injector injector = Guice.createInjector(AnycarrierModule.of(redis().build()));

        assertThat(injector.getInstance(Key.get(new TypeLiteral<Optional<Cluster>>() {})))
                .isEmpty();
    }

    @Test
    void settings_that_cannot_be_used_are_refused_before_anything_is_bound() {
        final Settings settings = redis().set("cluster.slack", "soon").build();

        assertThatThrownBy(() -> AnycarrierClusterModule.of(settings)).isInstanceOf(InvalidSettingsException.class);
    }

    private static Injector injector(final Settings settings) {
        return Guice.createInjector(AnycarrierModule.of(settings), AnycarrierClusterModule.of(settings));
    }

    private static SettingsBuilder redis() {
        return Settings.builder()
                .environment(Map.of())
                .systemProperties(Map.of())
                .set("cluster.redis", "redis://127.0.0.1:1")
                .set("cluster.node", "left");
    }
}
