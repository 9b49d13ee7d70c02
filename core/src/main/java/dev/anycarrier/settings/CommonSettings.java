package dev.anycarrier.settings;

import dev.anycarrier.call.WhenStale;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The settings that every account has, whatever its provider. */
public final class CommonSettings {

    /** How long a connection may take to be set up, TLS included. Default 3 s. */
    public static final Setting<Duration> CONNECT_TIMEOUT = Setting.duration(
                    "connect-timeout", "How long it may take to connect, TLS included.")
            .defaultsTo("3s");

    /** How long one request may take, from its first byte to the last of the answer. Default 10 s. */
    public static final Setting<Duration> ATTEMPT_TIMEOUT = Setting.duration(
                    "attempt-timeout", "How long one request may take, the whole answer included.")
            .defaultsTo("10s");

    /** How long a whole call may take: waiting, token, every attempt and decoding. Default 30 s. */
    public static final Setting<Duration> DEADLINE = Setting.duration(
                    "deadline", "How long a call may take altogether: waiting, token and every attempt.")
            .defaultsTo("30s");

    /** How many connections may be open at a time: 1 to 10,000. Default 32. */
    public static final Setting<Integer> MAXIMUM_CONNECTIONS = Setting.integer(
                    "maximum-connections", 1, 10_000, "How many connections may be open at a time.")
            .defaultsTo("32");

    /** How long an unused connection is kept. Default 30 s. */
    public static final Setting<Duration> CONNECTION_IDLE_TIME = Setting.duration(
                    "connection-idle-time", "How long an unused connection is kept open.")
            .defaultsTo("30s");

    /** Whether a connection serves more than one request. Default true. */
    public static final Setting<Boolean> REUSE_CONNECTIONS = Setting.flag(
                    "reuse-connections", "Whether a connection serves more than one request.")
            .defaultsTo("true");

    /** The longest body that is read, in bytes after decompression: 1,024 to 104,857,600. Default 4,194,304. */
    public static final Setting<Integer> MAXIMUM_BODY_BYTES = Setting.integer(
                    "maximum-body-bytes", 1024, 104_857_600, "The longest answer that is read, in decompressed bytes.")
            .defaultsTo("4194304");

    /**
     * The HTTP proxy that requests go through, {@code http://host:port}. Not an address in the sense of {@link
     * Setting#isAddress()}: no secret of the account is meant for it. None by default, whatever the system says.
     */
    public static final Setting<URI> PROXY = Setting.of(
                    "proxy", "proxy", "The proxy that requests go through, as http://host:port.", CommonReaders::proxy)
            .optional();

    /** The key store (PKCS #12 or JKS) with the certificates that are trusted in place of the JDK's. */
    public static final Setting<Path> TRUST_STORE = Setting.file(
                    "trust-store", "The key store of the certificates that are trusted in place of the JDK's.")
            .optional();

    /** The password of {@link #TRUST_STORE}. */
    public static final Setting<SecretSource> TRUST_STORE_PASSWORD = Setting.secret(
                    "trust-store-password", "The password of the trust store.")
            .optional();

    /** The key store (PKCS #12 or JKS) with the certificate and key that we show to the carrier. */
    public static final Setting<Path> CLIENT_CERTIFICATE = Setting.file(
                    "client-certificate", "The key store of the certificate that is shown to the carrier.")
            .optional();

    /** The password of {@link #CLIENT_CERTIFICATE}. */
    public static final Setting<SecretSource> CLIENT_CERTIFICATE_PASSWORD = Setting.secret(
                    "client-certificate-password", "The password of the client certificate's key store.")
            .optional();

    /**
     * The pins of which the carrier's certificates must match one, each {@code sha256/} and the Base64 of a SHA-256
     * digest of a public key (RFC 7469, 2.4), joined by commas.
     */
    public static final Setting<Set<String>> PINNED_CERTIFICATES = Setting.of(
                    "pinned-certificates",
                    "pins",
                    "The pins of which the carrier's certificates must match one, as sha256/<Base64>, by commas.",
                    CommonReaders::pins)
            .optional();

    /** Whether addresses may be plain {@code http} beyond loopback. Default false. */
    public static final Setting<Boolean> ALLOW_HTTP = Setting.flag(
                    "allow-http", "Whether requests may leave this machine without TLS.")
            .defaultsTo("false");

    /** Whether addresses may lie in private networks. Default false. */
    public static final Setting<Boolean> ALLOW_PRIVATE_ADDRESS = Setting.flag(
                    "allow-private-address", "Whether the carrier may be in a private network.")
            .defaultsTo("false");

    /** The limit on requests about one SIM, in place of what the provider says. */
    public static final Setting<RateLimit> LIMIT_SIM = Setting.rateLimit(
                    "limit-sim", LimitScope.SIM, "The limit on requests about one SIM, in place of the provider's.")
            .optional();

    /** The limit on all requests of the account but those for tokens, in place of what the provider says. */
    public static final Setting<RateLimit> LIMIT_ACCOUNT = Setting.rateLimit(
                    "limit-account",
                    LimitScope.ACCOUNT,
                    "The limit on all requests of the account, in place of the provider's.")
            .optional();

    /** The limit on requests for tokens, in place of what the provider says. */
    public static final Setting<RateLimit> LIMIT_TOKEN = Setting.rateLimit(
                    "limit-token",
                    LimitScope.TOKEN_ENDPOINT,
                    "The limit on requests for tokens, in place of the provider's.")
            .optional();

    /**
     * How old a value may be that is answered without asking the carrier. By default the carrier's own cache time, or
     * {@link #MINIMUM_INTERVAL} if that is longer; never taken as shorter than that.
     */
    public static final Setting<Duration> MAXIMUM_AGE = Setting.of(
                    "maximum-age",
                    "duration",
                    "How old a value may be that is answered without asking; by default the carrier's cache time.",
                    CommonReaders::zeroOrMore)
            .optional();

    /** Within this time the carrier is not asked about a SIM again, in place of what the provider says; may be 0. */
    public static final Setting<Duration> MINIMUM_INTERVAL = Setting.of(
                    "minimum-interval",
                    "duration",
                    "How soon asking about a SIM again can teach anything, in place of the provider's.",
                    CommonReaders::zeroOrMore)
            .optional();

    /** What to do when only an older value than wanted can be had: {@code serve} or {@code fail}. Default serve. */
    public static final Setting<WhenStale> WHEN_STALE = Setting.of(
                    "when-stale",
                    "serve or fail",
                    "What to do if only an older value can be had: serve it, as stale, or fail.",
                    CommonReaders::whenStale)
            .defaultsTo("serve");

    /** How long a value is kept to be served as stale. Default 24 h. */
    public static final Setting<Duration> STALE_TIME = Setting.duration(
                    "stale-time", "How long a value is kept to be served as stale.")
            .defaultsTo("24h");

    /** How many SIMs' values are kept: 1 to 10,000,000. Default 100,000. */
    public static final Setting<Integer> CACHED_SIMS = Setting.integer(
                    "cached-sims", 1, 10_000_000, "Of how many SIMs the last value is kept.")
            .defaultsTo("100000");

    /** How long it is remembered that the carrier does not know a SIM; may be 0. Default 1 min. */
    public static final Setting<Duration> UNKNOWN_SIM_TIME = Setting.of(
                    "unknown-sim-time",
                    "duration",
                    "How long it is remembered that the carrier does not know a SIM.",
                    CommonReaders::zeroOrMore)
            .defaultsTo("1m");

    /** How often a question is asked at most, the first time included: 1 to 10. Default 3. */
    public static final Setting<Integer> MAXIMUM_ATTEMPTS = Setting.integer(
                    "maximum-attempts", 1, 10, "How often a question is asked at most, the first time included.")
            .defaultsTo("3");

    /** How many retries there may be for each hundred calls: 0 to 100. Default 20. */
    public static final Setting<Integer> RETRY_BUDGET = Setting.integer(
                    "retry-budget", 0, 100, "How many retries there may be for each hundred calls.")
            .defaultsTo("20");

    /** Whether a carrier that fails again and again is left alone for a while. Default true. */
    public static final Setting<Boolean> CIRCUIT_BREAKER = Setting.flag(
                    "circuit-breaker", "Whether a carrier that fails again and again is left alone for a while.")
            .defaultsTo("true");

    /** How long it is left alone at first. Default 30 s. */
    public static final Setting<Duration> CIRCUIT_OPEN_TIME = Setting.duration(
                    "circuit-open-time", "How long a failing carrier is left alone at first.")
            .defaultsTo("30s");

    /** How long calls under way may go on when the account is closed; may be 0. Default 5 s. */
    public static final Setting<Duration> CLOSE_GRACE = Setting.of(
                    "close-grace",
                    "duration",
                    "How long calls under way may go on when the account is closed.",
                    CommonReaders::zeroOrMore)
            .defaultsTo("5s");

    private static final List<Setting<?>> ALL = List.of(
            CONNECT_TIMEOUT,
            ATTEMPT_TIMEOUT,
            DEADLINE,
            MAXIMUM_AGE,
            MINIMUM_INTERVAL,
            WHEN_STALE,
            STALE_TIME,
            CACHED_SIMS,
            UNKNOWN_SIM_TIME,
            MAXIMUM_ATTEMPTS,
            RETRY_BUDGET,
            CIRCUIT_BREAKER,
            CIRCUIT_OPEN_TIME,
            CLOSE_GRACE,
            MAXIMUM_CONNECTIONS,
            CONNECTION_IDLE_TIME,
            REUSE_CONNECTIONS,
            MAXIMUM_BODY_BYTES,
            PROXY,
            TRUST_STORE,
            TRUST_STORE_PASSWORD,
            CLIENT_CERTIFICATE,
            CLIENT_CERTIFICATE_PASSWORD,
            PINNED_CERTIFICATES,
            ALLOW_HTTP,
            ALLOW_PRIVATE_ADDRESS,
            LIMIT_SIM,
            LIMIT_ACCOUNT,
            LIMIT_TOKEN);

    private CommonSettings() {}

    /** The setting that overrides the provider's limits of a scope. */
    public static Setting<RateLimit> limit(final LimitScope scope) {
        return switch (scope) {
            case SIM -> LIMIT_SIM;
            case ACCOUNT -> LIMIT_ACCOUNT;
            case TOKEN_ENDPOINT -> LIMIT_TOKEN;
        };
    }

    /** All of them, in the order in which they are shown. */
    public static List<Setting<?>> all() {
        return ALL;
    }
}
