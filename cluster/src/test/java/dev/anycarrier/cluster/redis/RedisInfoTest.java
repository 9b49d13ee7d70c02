package dev.anycarrier.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.spi.UsageException;
import org.junit.jupiter.api.Test;

class RedisInfoTest {

    private static final String INFO = """
            # Server
            redis_version:7.0.15
            run_id:abc
            role:master
            used_memory:1000
            maxmemory:0
            maxmemory_policy:noeviction
            """;

    @Test
    void a_master_that_forgets_nothing_will_do() {
        assertThat(RedisInfo.read(INFO)).isEqualTo(new RedisInfo("abc", "7.0.15", 1000, 0));
    }

    @Test
    void a_replica_is_refused() {
        assertThatThrownBy(() -> RedisInfo.read(INFO.replace("role:master", "role:slave")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no master");
    }

    @Test
    void one_that_evicts_keys_is_refused_once_it_has_a_bound() {
        final String evicting = INFO.replace("noeviction", "volatile-ttl");
        assertThat(RedisInfo.read(evicting).maximumMemory()).isZero();
        assertThatThrownBy(() -> RedisInfo.read(evicting.replace("maxmemory:0", "maxmemory:5")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("volatile-ttl");
    }

    @Test
    void one_that_does_not_say_its_run_is_refused() {
        assertThatThrownBy(() -> RedisInfo.read(INFO.replace("run_id:abc\n", "")))
                .isInstanceOf(UsageException.class);
    }
}
