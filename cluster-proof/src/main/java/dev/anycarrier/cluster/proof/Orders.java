package dev.anycarrier.cluster.proof;

import dev.anycarrier.cluster.proof.law.Terms;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a node is told when it is started, as properties.
 *
 * @param name the node's name
 * @param seed what it asks, and when
 * @param carrier where the carrier is
 * @param redis where Redis is
 * @param prefix what the names of its keys there begin with
 * @param terms what it holds to
 * @param sims how many SIMs there are
 * @param wallClockWrongBy how far its wall clock is ahead
 * @param jdbcUrl where PostgreSQL is, if it is to work on sweeps and not to ask by itself
 */
record Orders(
        String name,
        long seed,
        URI carrier,
        URI redis,
        String prefix,
        Terms terms,
        int sims,
        Duration wallClockWrongBy,
        Optional<String> jdbcUrl) {

    /** The account that is asked under. */
    static final String ACCOUNT = "proof";

    private static final Map<LimitScope, String> LIMITS = Map.of(
            LimitScope.SIM, "limit-sim",
            LimitScope.ACCOUNT, "limit-account",
            LimitScope.TOKEN_ENDPOINT, "limit-token");

    /** The settings of the account. */
    Map<String, String> settings() {
        final Map<String, String> settings = new LinkedHashMap<>();
        settings.put("provider", "airalo");
        settings.put("base-url", carrier.toString());
        settings.put("client-id", "node");
        settings.put("client-secret", "a secret of the proof");
        for (final RateLimit limit : terms.limits()) {
            settings.put(
                    LIMITS.get(limit.scope()),
                    limit.requests() + "/" + limit.window().toMillis() + "ms");
            if (limit.scope() == LimitScope.SIM) {
                settings.put("minimum-interval", limit.window().toMillis() + "ms");
            }
        }
        settings.put("maximum-age", "4s");
        settings.put("attempt-timeout", "1s");
        settings.put("deadline", "8s");
        settings.put("close-grace", "10s");
        return settings;
    }

    Properties write() {
        final Properties properties = new Properties();
        settings().forEach((key, value) -> properties.setProperty(ACCOUNT + "." + key, value));
        properties.setProperty("node.name", name);
        properties.setProperty("node.seed", Long.toString(seed));
        properties.setProperty("node.redis", redis.toString());
        properties.setProperty("node.prefix", prefix);
        properties.setProperty("node.slack", terms.slack().toString());
        properties.setProperty("node.shares-tokens", Boolean.toString(terms.sharesTokens()));
        properties.setProperty("node.sims", Integer.toString(sims));
        properties.setProperty("node.wrong-by", wallClockWrongBy.toString());
        jdbcUrl.ifPresent(url -> properties.setProperty("node.jdbc", url));
        return properties;
    }
}
