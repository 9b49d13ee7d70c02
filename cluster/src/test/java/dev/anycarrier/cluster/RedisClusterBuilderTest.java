package dev.anycarrier.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anycarrier.spi.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RedisClusterBuilderTest {

    @Test
    void nothing_is_connected_before_something_is_asked() {
        try (RedisCluster cluster = RedisCluster.builder()
                .redis(URI.create("redis://user:secret@127.0.0.1:1"))
                .node("one")
                .build()) {
            assertThat(cluster.node()).isEqualTo("one");
            assertThat(cluster.slack()).isEqualTo(Duration.ofMillis(500));
            assertThat(cluster.toString()).isEqualTo("Redis at 127.0.0.1:1 for one");
        }
    }

    @Test
    void each_node_has_a_name_of_its_own() {
        try (RedisCluster one = RedisCluster.builder().build();
                RedisCluster two = RedisCluster.builder().build()) {
            assertThat(one.node()).isNotEqualTo(two.node());
        }
    }

    @Test
    void what_is_not_valid_is_refused() {
        assertRefused(builder -> builder.redis(URI.create("http://127.0.0.1")));
        assertRefused(builder -> builder.redis(URI.create("redis:x")));
        assertRefused(builder -> builder.node(""));
        assertRefused(builder -> builder.node("two words"));
        assertRefused(builder -> builder.slack(Duration.ZERO));
        assertRefused(builder -> builder.timeout(Duration.ofSeconds(61)));
        assertRefused(builder -> builder.localShare(1, 2).timeout(Duration.ofSeconds(1)));
        assertRefused(builder -> builder.prefix("{x}"));
        assertRefused(builder -> builder.tokenKey(Secret.of("too short")));
    }

    private static void assertRefused(final UnaryOperator<RedisClusterBuilder> setting) {
        final RedisClusterBuilder builder = setting.apply(RedisCluster.builder());
        assertThatIllegalArgumentException().isThrownBy(builder::build);
    }
}
