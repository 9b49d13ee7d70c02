package dev.anycarrier.cluster.redis;

import dev.anycarrier.spi.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a node reaches Redis and what it keeps there.
 *
 * @param redis address, with credentials if it wants them
 * @param node this node's name, for people
 * @param slack how long a permit may be used
 * @param timeout how long an answer may take
 * @param prefix what the names of all keys begin with
 * @param tokenKey what tokens are encrypted under; empty if they are not shared
 * @param wholeSimIds whether keys are named by whole SIM identifiers
 */
public record RedisSettings(
        URI redis,
        String node,
        Duration slack,
        Duration timeout,
        String prefix,
        Optional<Secret> tokenKey,
        boolean wholeSimIds) {

    /** For {@link #slack()}. */
    public static final Duration DEFAULT_SLACK = Duration.ofMillis(500);

    /** For {@link #timeout()}. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(500);

    /** For {@link #prefix()}. */
    public static final String DEFAULT_PREFIX = "anycarrier";

    private static final int SHORTEST_KEY = 32;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /**
     * Checks every setting.
     *
     * @throws IllegalArgumentException if one is not valid
     */
    public RedisSettings {
        check(
                redis.getScheme() != null
                        && Set.of("redis", "rediss").contains(redis.getScheme())
                        && redis.getHost() != null,
                "the address of Redis begins with redis:// or rediss:// and names a host");
        check(node.matches("[!-~]{1,64}"), "a node's name has 1 to 64 visible ASCII characters");
        check(isBounded(slack), "the slack is longer than 0 and at most a minute");
        check(isBounded(timeout), "the timeout is longer than 0 and at most a minute");
        check(
                prefix.matches("[A-Za-z0-9:._-]{1,64}"),
                "the prefix of keys has 1 to 64 letters, digits, colons, dots, hyphens and underscores");
        check(
                tokenKey.isEmpty() || tokenKey.get().reveal().length() >= SHORTEST_KEY,
                "the key for tokens has at least 32 characters");
    }

    /** The address without credentials. */
    public String server() {
        return redis.getHost() + (redis.getPort() < 0 ? "" : ":" + redis.getPort());
    }

    @Override
    public String toString() {
        return "Redis at " + server() + " for " + node;
    }

    private static boolean isBounded(final Duration time) {
        return !time.isNegative() && !time.isZero() && time.compareTo(LONGEST) <= 0;
    }

    private static void check(final boolean fits, final String rule) {
        if (!fits) {
            throw new IllegalArgumentException(rule);
        }
    }
}
