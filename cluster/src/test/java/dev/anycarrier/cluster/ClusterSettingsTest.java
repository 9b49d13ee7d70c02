package dev.anycarrier.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.engine.port.LocalShare;
import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import dev.anycarrier.settings.SettingsProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a node is told about the cluster. */
class ClusterSettingsTest {

    private static final String PLANTED = "planted-secret-of-more-than-32-characters";

    @TempDir
    Path folder;

    @Test
    void a_node_without_any_setting_has_a_name_of_its_own_and_no_place_to_go_to() {
        final ClusterSettings settings = ClusterSettings.of(isolated().build());

        assertThat(settings.hasRedis()).isFalse();
        assertThat(settings.hasDatabase()).isFalse();
        assertThat(settings.node())
                .matches("[!-~]{1,64}")
                .endsWith("-" + ProcessHandle.current().pid());
        assertThatThrownBy(settings::openRedis).hasMessageContaining("ANYCARRIER_CLUSTER_REDIS");
        assertThatThrownBy(settings::sweeps).hasMessageContaining("cluster.jdbc is missing");
    }

    @Test
    void they_are_read_from_the_file_of_the_accounts_under_the_environment() throws IOException {
        final Path file = Files.writeString(folder.resolve("carriers.properties"), """
                airalo.client-id = me
                cluster.redis = redis://db1:6380/2
                cluster.redis-password = ${env:REDIS_PASSWORD}
                cluster.slack = 300ms
                cluster.node = of-the-file
                """);
        final Settings settings = isolated()
                .file(file)
                .environment(Map.of("REDIS_PASSWORD", "a:b/c@d %", "ANYCARRIER_CLUSTER_NODE", "left"))
                .build();

        try (RedisCluster redis = ClusterSettings.of(settings).openRedis()) {
            assertThat(redis.node()).isEqualTo("left");
            assertThat(redis.slack()).isEqualTo(Duration.ofMillis(300));
            assertThat(redis).hasToString("Redis at db1:6380 for left");
        }
    }

    @Test
    void a_node_has_a_share_of_its_own_only_if_that_is_said() {
        final SettingsBuilder settings = isolated().set("cluster.redis", "redis://db1");
        try (RedisCluster redis = ClusterSettings.of(settings.build()).openRedis()) {
            assertThat(redis.localShare()).isEmpty();
        }
        settings.set("cluster.local-share", "2/3");
        try (RedisCluster redis = ClusterSettings.of(settings.build()).openRedis()) {
            assertThat(redis.localShare()).contains(new LocalShare(2, 3));
        }
        settings.set("cluster.timeout", "600ms");
        assertThatThrownBy(() -> ClusterSettings.of(settings.build())).hasMessageContaining("cluster.timeout");
        settings.set("cluster.local-share", "4/3");
        assertThatThrownBy(() -> ClusterSettings.of(settings.build())).hasMessageContaining("cluster.local-share");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_nothing_of_a_secret() {
        final SettingsBuilder settings = isolated()
                .set("cluster.redis", "redis://user:" + PLANTED + "@db1")
                .set("cluster.jdbc", "jdbc:postgresql://db1/usage?password=" + PLANTED)
                .set("cluster.token-key", "planted-short")
                .set("cluster.slack", "2m")
                .set("cluster.prefix", "a b")
                .set("cluster.node", "left node")
                .set("cluster.lanes", "65")
                .set("cluster.heartbeat", "10ms")
                .set("cluster.colour", "red");

        final InvalidSettingsException thrown =
                catchThrowableOfType(InvalidSettingsException.class, () -> ClusterSettings.of(settings.build()));

        assertThat(thrown.problems())
                .extracting(SettingsProblem::setting)
                .containsExactly(
                        "cluster.redis",
                        "cluster.node",
                        "cluster.slack",
                        "cluster.prefix",
                        "cluster.token-key",
                        "cluster.jdbc",
                        "cluster.lanes",
                        "cluster.heartbeat",
                        "cluster.colour");
        assertThat(thrown.getMessage()).doesNotContain("planted");
    }

    @Test
    void a_user_of_redis_needs_a_password_and_a_password_of_the_database_a_user() {
        final SettingsBuilder settings =
                isolated().set("cluster.redis-user", "u").set("cluster.jdbc-password", PLANTED);

        assertThatThrownBy(() -> ClusterSettings.of(settings.build()))
                .hasMessageContaining("cluster.redis-password is missing")
                .hasMessageContaining("cluster.jdbc-user is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "cluster.redis, db1:6379",
        "cluster.redis, http://db1",
        "cluster.redis, redis://",
        "cluster.redis, redis://db1?timeout=1s",
        "cluster.redis, redis://db1/usage",
        "cluster.jdbc, jdbc:mysql://db1/usage",
        "cluster.jdbc, postgresql://db1/usage",
    })
    void an_address_that_is_none_is_refused(final String name, final String value) {
        assertThatThrownBy(() -> ClusterSettings.of(isolated().set(name, value).build()))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(name + " must");
    }

    @Test
    void no_secret_is_shown() {
        final ClusterSettings settings = ClusterSettings.of(isolated()
                .set("cluster.redis", "rediss://db1")
                .set("cluster.redis-password", PLANTED)
                .set("cluster.token-key", PLANTED)
                .set("cluster.jdbc", "jdbc:postgresql://db1/usage")
                .set("cluster.jdbc-user", "me")
                .set("cluster.jdbc-password", PLANTED)
                .build());

        try (RedisCluster redis = settings.openRedis()) {
            assertThat(settings + " " + redis).contains("rediss://db1", "***").doesNotContain("planted");
        }
    }

    private static SettingsBuilder isolated() {
        return Settings.builder().environment(Map.of()).systemProperties(Map.of());
    }
}
