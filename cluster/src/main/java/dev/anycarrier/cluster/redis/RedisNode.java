package dev.anycarrier.cluster.redis;

import dev.anycarrier.cluster.status.ClusterStatus;
import dev.anycarrier.engine.port.Cluster;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.engine.port.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One node's part of what nodes share on Redis. Thread-safe. */
public final class RedisNode implements Cluster {

    private final RedisSettings settings;
    private final TimeSource time;
    private final Optional<LongSupplier> storeTime;
    private final RedisLink link;
    private final Heartbeat heartbeat;
    private final Optional<TokenSeal> seal;

    /** Connects only when something is asked. */
    public RedisNode(final RedisSettings settings) {
        this(settings, TimeSource.system(), Optional.empty());
    }

    /**
     * For tests.
     *
     * @param storeTime takes the place of the store's clock
     */
    RedisNode(final RedisSettings settings, final TimeSource time, final Optional<LongSupplier> storeTime) {
        this.settings = settings;
        this.time = time;
        this.storeTime = storeTime;
        this.link = new RedisLink(settings, time);
        this.heartbeat = new Heartbeat(settings, link, time);
        this.seal = settings.tokenKey().map(TokenSeal::new);
    }

    @Override
    public String node() {
        return settings.node();
    }

    @Override
    public Duration slack() {
        return settings.slack();
    }

    @Override
    public ClusterAccount account(final String account, final ClusterTerms terms) {
        heartbeat.account(account, terms);
        final AccountKeys keys = keys(account);
        final AccountCalls calls = calls(keys, keys.naming());
        return new RedisAccount(
                calls,
                keys,
                terms,
                settings.slack(),
                new RedisTokens(calls, keys, account, terms.lease(), seal),
                new UnsaidHolds(time),
                heartbeat);
    }

    /**
     * What the store and its nodes are doing.
     *
     * @throws dev.anycarrier.spi.UsageException if the store does not answer
     */
    public ClusterStatus status() {
        return new StatusReading(settings, link.session(), this::keys, keys -> calls(keys, "")).read();
    }

    /**
     * Nothing was sent to an account's carrier lately, says who knows.
     *
     * @throws dev.anycarrier.spi.UsageException if the store does not answer
     */
    public void begin(final String account) {
        calls(keys(account), "").ask(Script.BEGIN, new Arguments(), new Arguments());
    }

    @Override
    public void close() {
        link.close();
    }

    @Override
    public String toString() {
        return settings.toString();
    }

    private AccountKeys keys(final String account) {
        return new AccountKeys(settings.prefix(), account, settings.wholeSimIds());
    }

    private AccountCalls calls(final AccountKeys keys, final String naming) {
        return new AccountCalls(link, keys.account(), naming, settings.timeout(), time, storeTime);
    }
}
