package dev.anycarrier.cluster;

import dev.anycarrier.cluster.sweep.ClusterSweeps;
import dev.anycarrier.cluster.sweep.ClusterSweepsBuilder;
import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsProblem;
import dev.anycarrier.settings.SettingsSection;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What this node has to know to be one of several, read from where the accounts' settings are: {@code cluster.redis = …} in
 * the file, {@code ANYCARRIER_CLUSTER_REDIS} in the environment, and so on. Immutable and thread-safe; {@link #toString()}
 * shows no secret.
 */
public final class ClusterSettings {

    /** Where Redis is, without user and password. */
    public static final Setting<URI> REDIS = Setting.of(
                    "redis", "redis", "Where Redis is: redis:// or rediss://, host and port.", ClusterReaders::redis)
            .optional();

    /** The user at Redis. */
    public static final Setting<String> REDIS_USER =
            Setting.text("redis-user", "The user at Redis, where it has users.").optional();

    /** The password at Redis. */
    public static final Setting<SecretSource> REDIS_PASSWORD =
            Setting.secret("redis-password", "The password at Redis.").optional();

    /** This node's name. */
    public static final Setting<String> NODE = Setting.of(
                    "node",
                    "text",
                    "This node's name, for people; else the machine's and the process's number.",
                    ClusterReaders::node)
            .optional();

    /** How long a permit may be used. */
    public static final Setting<Duration> SLACK = Setting.of(
                    "slack",
                    "duration",
                    "How long a permit may be used; each counts for so much longer than its window.",
                    ClusterReaders::upToAMinute)
            .defaultsTo("500ms");

    /** How long Redis may take. */
    public static final Setting<Duration> TIMEOUT = Setting.of(
                    "timeout",
                    "duration",
                    "How long Redis may take for an answer, and a connection to it.",
                    ClusterReaders::upToAMinute)
            .defaultsTo("500ms");

    /** What this node may send by itself while Redis is away. */
    public static final Setting<String> LOCAL_SHARE = Setting.of(
                    "local-share",
                    "place/nodes",
                    "Which share of the limits this node uses while Redis is away, such as 1/3; else none.",
                    ClusterReaders::localShare)
            .optional();

    /** What the names of keys begin with. */
    public static final Setting<String> PREFIX = Setting.of(
                    "prefix", "text", "What the names of all keys in Redis begin with.", ClusterReaders::prefix)
            .defaultsTo("anycarrier");

    /** What access tokens are encrypted under. */
    public static final Setting<SecretSource> TOKEN_KEY = Setting.of(
                    "token-key",
                    "secret",
                    "Shares access tokens, encrypted under this key of at least 32 characters; else each node has its own.",
                    ClusterReaders::tokenKey)
            .optional();

    /** Whether keys are named by whole SIM identifiers. */
    public static final Setting<Boolean> WHOLE_SIM_IDS = Setting.flag(
                    "whole-sim-ids", "Whether keys in Redis are named by whole SIM identifiers in place of digests.")
            .defaultsTo("false");

    /** Where PostgreSQL is, without user and password. */
    public static final Setting<String> JDBC = Setting.of(
                    "jdbc",
                    "jdbc",
                    "The database of sweeps that all nodes work on: jdbc:postgresql://host/database.",
                    ClusterReaders::jdbc)
            .optional();

    /** The user at PostgreSQL. */
    public static final Setting<String> JDBC_USER =
            Setting.text("jdbc-user", "The user at PostgreSQL.").optional();

    /** The password at PostgreSQL. */
    public static final Setting<SecretSource> JDBC_PASSWORD =
            Setting.secret("jdbc-password", "The password at PostgreSQL.").optional();

    /** Into how many parts plans divide an account's SIMs. */
    public static final Setting<Integer> LANES = Setting.integer(
                    "lanes",
                    1,
                    64,
                    "Into how many parts plans divide an account's SIMs: no more nodes work on it at a time.")
            .defaultsTo("4");

    /** How many SIMs are taken at a time. */
    public static final Setting<Integer> CHUNK_SIZE = Setting.integer(
                    "chunk-size", 1, 10_000, "How many SIMs a node takes at a time, by plans of this node.")
            .defaultsTo("500");

    /** How many parts this node works on at a time. */
    public static final Setting<Integer> WORKERS = Setting.integer(
                    "workers", 0, 256, "On how many parts of sweeps this node works at a time; 0 leaves it to others.")
            .defaultsTo("8");

    /** How often a node that works says that it is alive. */
    public static final Setting<Duration> HEARTBEAT = Setting.of(
                    "heartbeat",
                    "duration",
                    "How often a node that works on sweeps says that it is alive; missed four times, others take over.",
                    ClusterReaders::heartbeat)
            .defaultsTo("10s");

    private static final String SECTION = "cluster";
    private static final int LONGEST_NODE = 64;
    private static final Pattern UNFIT_FOR_NODE = Pattern.compile("[^!-~]+");
    private static final List<Setting<?>> ALL = List.of(
            REDIS,
            REDIS_USER,
            REDIS_PASSWORD,
            NODE,
            SLACK,
            TIMEOUT,
            LOCAL_SHARE,
            PREFIX,
            TOKEN_KEY,
            WHOLE_SIM_IDS,
            JDBC,
            JDBC_USER,
            JDBC_PASSWORD,
            LANES,
            CHUNK_SIZE,
            WORKERS,
            HEARTBEAT);

    private final ProviderSettings values;
    private final String node;

    private ClusterSettings(final ProviderSettings values) {
        this.values = values;
        this.node = values.find(NODE).orElseGet(ClusterSettings::ownName);
    }

    /** The settings that there are, without {@code cluster.} in front. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /**
     * Reads and checks them. Nothing is connected.
     *
     * @throws InvalidSettingsException with all problems at once, if there is any
     */
    public static ClusterSettings of(final Settings settings) {
        final ProviderSettings values = SettingsSection.resolve(settings, SECTION, ALL);
        final List<SettingsProblem> problems = new ArrayList<>();
        requireTogether(values, REDIS_USER, REDIS_PASSWORD, problems);
        requireTogether(values, JDBC_PASSWORD, JDBC_USER, problems);
        if (values.find(LOCAL_SHARE).isPresent() && values.get(TIMEOUT).compareTo(values.get(SLACK)) > 0) {
            problems.add(problem(TIMEOUT, "must be no longer than " + SECTION + ".slack beside a local share"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        return new ClusterSettings(values);
    }

    /** This node's name. */
    public String node() {
        return node;
    }

    /** Whether it is said where Redis is. */
    public boolean hasRedis() {
        return values.find(REDIS).isPresent();
    }

    /** Whether it is said where PostgreSQL is. */
    public boolean hasDatabase() {
        return values.find(JDBC).isPresent();
    }

    /**
     * What the nodes share, of these settings; nothing is connected before something is asked. To be closed, for example by
     * the {@link dev.anycarrier.Anycarrier} that it is handed to.
     *
     * @throws InvalidSettingsException if it is not said where Redis is
     */
    public RedisCluster openRedis() {
        final RedisClusterBuilder builder = RedisCluster.builder()
                .redis(redis(values.find(REDIS).orElseThrow(() -> missing(REDIS))))
                .node(node)
                .slack(values.get(SLACK))
                .timeout(values.get(TIMEOUT))
                .prefix(values.get(PREFIX))
                .wholeSimIds(values.get(WHOLE_SIM_IDS));
        values.find(LOCAL_SHARE)
                .map(ClusterReaders::share)
                .ifPresent(its -> builder.localShare(its.place(), its.nodes()));
        values.find(TOKEN_KEY).ifPresent(key -> builder.tokenKey(key.current()));
        return builder.build();
    }

    /**
     * What opens this node's part of the sweeps, of these settings; it still wants to know whose accounts it asks.
     *
     * @throws InvalidSettingsException if it is not said where PostgreSQL is
     */
    public ClusterSweepsBuilder sweeps() {
        final StringBuilder url = new StringBuilder(values.find(JDBC).orElseThrow(() -> missing(JDBC)));
        values.find(JDBC_USER).ifPresent(user -> append(url, "user", user));
        values.find(JDBC_PASSWORD)
                .ifPresent(
                        password -> append(url, "password", password.current().reveal()));
        return ClusterSweeps.builder()
                .database(url.toString())
                .node(node)
                .lanesPerAccount(values.get(LANES))
                .chunkSize(values.get(CHUNK_SIZE))
                .workers(values.get(WORKERS))
                .heartbeat(values.get(HEARTBEAT));
    }

    private URI redis(final URI plain) {
        final Optional<String> password =
                values.find(REDIS_PASSWORD).map(secret -> secret.current().reveal());
        if (password.isEmpty()) {
            return plain;
        }
        final String credentials = encoded(values.find(REDIS_USER).orElse("")) + ":" + encoded(password.get());
        return URI.create(plain.getScheme() + "://" + credentials + "@" + plain.getRawAuthority() + plain.getRawPath());
    }

    private static void append(final StringBuilder url, final String name, final String value) {
        url.append(url.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(encoded(value));
    }

    private static String encoded(final String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void requireTogether(
            final ProviderSettings values,
            final Setting<?> given,
            final Setting<?> needed,
            final List<SettingsProblem> problems) {
        if (values.find(given).isPresent() && values.find(needed).isEmpty()) {
            problems.add(problem(needed, "is missing beside " + SECTION + "." + given.name()));
        }
    }

    private static InvalidSettingsException missing(final Setting<?> setting) {
        return new InvalidSettingsException(List.of(problem(
                setting,
                "is missing: give " + SECTION + "." + setting.name()
                        + " in the properties file, the system property anycarrier." + SECTION + "." + setting.name()
                        + ", or the environment variable ANYCARRIER_CLUSTER_" + setting.environmentKey())));
    }

    private static SettingsProblem problem(final Setting<?> setting, final String text) {
        return new SettingsProblem(SECTION + "." + setting.name(), "no layer has it", text);
    }

    private static String ownName() {
        final String process = "-" + ProcessHandle.current().pid();
        final String machine = UNFIT_FOR_NODE.matcher(machine()).replaceAll("-");
        return machine.substring(0, Math.min(machine.length(), LONGEST_NODE - process.length())) + process;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (final UnknownHostException e) {
            return "node";
        }
    }

    /** The values, secrets masked. */
    @Override
    public String toString() {
        return "ClusterSettings[" + node + ", " + values + "]";
    }
}
