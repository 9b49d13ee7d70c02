package dev.anycarrier.cluster;

import dev.anycarrier.cluster.redis.RedisNode;
import dev.anycarrier.cluster.redis.RedisSettings;
import dev.anycarrier.engine.port.LocalShare;
import dev.anycarrier.spi.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Gathers the settings of a {@link RedisCluster}. Not thread-safe. */
public final class RedisClusterBuilder {

    private URI redis = URI.create("redis://127.0.0.1:6379");
    private String node = "node-" + UUID.randomUUID().toString().substring(0, 8);
    private Duration slack = RedisSettings.DEFAULT_SLACK;
    private Duration timeout = RedisSettings.DEFAULT_TIMEOUT;
    private String prefix = RedisSettings.DEFAULT_PREFIX;
    private Optional<Secret> tokenKey = Optional.empty();
    private boolean wholeSimIds;
    private Optional<LocalShare> localShare = Optional.empty();

    RedisClusterBuilder() {}

    /**
     * Where Redis is: {@code redis://} or {@code rediss://}, with user and password if it wants them; by default on this
     * machine, port 6379.
     */
    public RedisClusterBuilder redis(final URI newRedis) {
        this.redis = newRedis;
        return this;
    }

    /** This node's name, for people; by default drawn by chance. */
    public RedisClusterBuilder node(final String newNode) {
        this.node = newNode;
        return this;
    }

    /**
     * How long a permit may be used; 500 ms by default. It is longer than an answer of Redis and the set-up of a connection to
     * the carrier take, and each permit counts for so much longer than its window.
     */
    public RedisClusterBuilder slack(final Duration newSlack) {
        this.slack = newSlack;
        return this;
    }

    /**
     * How long Redis may take for an answer, and a connection to it; 500 ms by default. The first connection has five seconds,
     * since a JVM that has just begun is slow.
     */
    public RedisClusterBuilder timeout(final Duration newTimeout) {
        this.timeout = newTimeout;
        return this;
    }

    /** What the names of all keys begin with, the same on all nodes; {@code anycarrier} by default. */
    public RedisClusterBuilder prefix(final String newPrefix) {
        this.prefix = newPrefix;
        return this;
    }

    /**
     * Shares access tokens, encrypted (AES-GCM) under this key: at least 32 characters, the same on all nodes. A node with
     * another key fetches tokens of its own.
     */
    public RedisClusterBuilder tokenKey(final Secret newTokenKey) {
        this.tokenKey = Optional.of(newTokenKey);
        return this;
    }

    /** Keeps tokens out of Redis, which is the default: each node fetches its own, out of the limit that they share. */
    public RedisClusterBuilder tokensOfTheirOwn() {
        this.tokenKey = Optional.empty();
        return this;
    }

    /**
     * Whether keys are named by whole SIM identifiers, the same on all nodes. By default they are named by a digest, which
     * keeps identifiers out of sight but not from who knows the account and tries them all.
     */
    public RedisClusterBuilder wholeSimIds(final boolean newWholeSimIds) {
        this.wholeSimIds = newWholeSimIds;
        return this;
    }

    /**
     * Lets this node send by itself once Redis has been away for long: each limit is divided among so many nodes, and a SIM
     * that has a limit of its own is asked about by one of them. By default nothing is sent while Redis is away. Not before
     * the account's longest window, and at least five minutes, is over does it begin; and a node that has heard nothing
     * from Redis for as long, or has just been started, waits for one window before it sends again. All nodes need it, and each
     * another place; two of the same place, or a node that alone cannot reach Redis, may exceed a limit by a share.
     *
     * @param place which of the nodes this is, from 1
     * @param nodes how many there are at most, the same on all of them
     * @throws IllegalArgumentException if there is no such place
     */
    public RedisClusterBuilder localShare(final int place, final int nodes) {
        this.localShare = Optional.of(new LocalShare(place, nodes));
        return this;
    }

    /**
     * Makes it; nothing is connected before something is asked.
     *
     * @throws IllegalArgumentException if a setting is not valid
     */
    public RedisCluster build() {
        if (localShare.isPresent() && timeout.compareTo(slack) > 0) {
            throw new IllegalArgumentException("a local share wants a timeout that is no longer than the slack");
        }
        return new RedisCluster(
                new RedisNode(new RedisSettings(redis, node, slack, timeout, prefix, tokenKey, wholeSimIds)),
                localShare);
    }
}
