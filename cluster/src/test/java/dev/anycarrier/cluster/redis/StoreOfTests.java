package dev.anycarrier.cluster.redis;

import dev.anycarrier.cluster.testing.RedisServer;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Settings and a clock that tests set for nodes on one server. */
final class StoreOfTests {

    static final Duration SLACK = Duration.ofMillis(500);
    static final String KEY = "0123456789abcdef0123456789abcdef";

    /** The store's clock, in microseconds. */
    final AtomicLong time = new AtomicLong(1_800_000_000_000_000L);

    private final URI uri;

    StoreOfTests(final RedisServer server) {
        this.uri = server.uri();
    }

    void pass(final Duration length) {
        time.addAndGet(Micros.atLeast(length));
    }

    /** A node whose scripts take the clock of tests. */
    RedisNode node(final String name) {
        return new RedisNode(settings(name), TimeSource.system(), Optional.of(time::get));
    }

    /** A node as in production. */
    RedisNode realNode(final String name) {
        return new RedisNode(settings(name));
    }

    RedisSettings settings(final String name) {
        return new RedisSettings(
                uri,
                name,
                SLACK,
                Duration.ofMillis(500),
                RedisSettings.DEFAULT_PREFIX,
                Optional.of(Secret.of(KEY)),
                false);
    }
}
