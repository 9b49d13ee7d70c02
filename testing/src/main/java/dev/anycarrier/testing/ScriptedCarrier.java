package dev.anycarrier.testing;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * One account at a carrier that exists in memory alone, and answers as a script says.
 *
 * <pre>{@code
 * ManualClock clock = ManualClock.startingAt(Instant.parse("2026-11-27T12:00:00Z"));
 * ScriptedCarrier carrier = ScriptedCarrier.named("airalo-eu")
 *         .with("8944465400000217735", ScriptedAnswer.data(5_000_000_000L, 1_200_000_000L))
 *         .with("8944465400000217743", ScriptedAnswer.fails(Kind.UNAVAILABLE), ScriptedAnswer.data(1, 0));
 * try (Anycarrier carriers = ScriptedCarrier.builder(clock, carrier).build()) {
 *     UsageReport report = carriers.usage(SimRef.parse("airalo-eu:8944465400000217735"));
 * }
 * }</pre>
 *
 * <p>All questions pass the real engine: limits, freshness, retries, the breaker and deadlines are those of production, on
 * the test's clock. As long as nothing else is said the carrier has no limit and no cache time, so that every question
 * is a request. A SIM that is not in the script is {@link Kind#NOT_FOUND}.
 *
 * <p>Thread-safe. The script, and the records, may be changed while it plays; limits, intervals and settings count from
 * {@link #builder} on.
 */
public final class ScriptedCarrier {

    private final String account;
    private final String provider;
    private final Exchanges exchanges = new Exchanges();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Script> scripts = new TreeMap<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final List<SimId> asked = new ArrayList<>();
    private Function<SimId, ScriptedAnswer> others = sim -> ScriptedAnswer.fails(Kind.NOT_FOUND);
    private Optional<List<UsageRecord>> records = Optional.empty();
    private ProviderDescriptor descriptor = new ProviderDescriptor(
            Set.of(IdentifierType.values()),
            Set.of(Service.values()),
            Optional.empty(),
            Duration.ZERO,
            List.of(),
            Optional.empty());

    /** The answers about one SIM, and how many of them were given. */
    private static final class Script {

        private final List<ScriptedAnswer> answers;
        private int given;

        Script(final List<ScriptedAnswer> answers) {
            this.answers = answers;
        }

        ScriptedAnswer next() {
            return answers.get(Math.min(given++, answers.size() - 1));
        }
    }

    private ScriptedCarrier(final String account, final String provider) {
        this.account = Objects.requireNonNull(account, "account");
        this.provider = Objects.requireNonNull(provider, "provider");
    }

    /** An account of this name; its provider is called the same. */
    public static ScriptedCarrier named(final String account) {
        return new ScriptedCarrier(account, account);
    }

    /**
     * An account of a carrier that several accounts of a test may have.
     *
     * @param provider what reports say, such as {@code airalo}; the provider of that name is not needed
     */
    public static ScriptedCarrier named(final String account, final String provider) {
        return new ScriptedCarrier(account, provider);
    }

    /**
     * What a SIM answers, request by request; the last answer is repeated. In place of what was said of it before.
     *
     * @param sim as in {@link SimId#parse}
     * @throws IllegalArgumentException if the text is no identifier, or there is no answer
     */
    public ScriptedCarrier with(final String sim, final ScriptedAnswer... answers) {
        final String value = SimId.parse(sim).value();
        if (answers.length == 0) {
            throw new IllegalArgumentException("a script has one answer at least");
        }
        final Script script = new Script(List.of(answers));
        return changed(() -> scripts.put(value, script));
    }

    /** What all SIMs answer that are not in the script; called once for each request. */
    public ScriptedCarrier otherwise(final Function<SimId, ScriptedAnswer> newOthers) {
        Objects.requireNonNull(newOthers, "newOthers");
        return changed(() -> others = newOthers);
    }

    /** The account's usage records, in the order in which the carrier lists them, a hundred on a page. Without this call it has none. */
    public ScriptedCarrier withRecords(final List<UsageRecord> newRecords) {
        final List<UsageRecord> copied = List.copyOf(newRecords);
        return changed(() -> records = Optional.of(copied));
    }

    /** What the carrier allows. */
    public ScriptedCarrier withLimits(final RateLimit... limits) {
        final List<RateLimit> copied = List.of(limits);
        return changed(() -> descriptor = descriptor.withLimits(copied));
    }

    /** How soon asking again about a SIM can teach something new: within it, what is known is answered. */
    public ScriptedCarrier withMinimumInterval(final Duration interval) {
        return changed(() -> descriptor = descriptor.withMinimumInterval(interval));
    }

    /** A setting of the account that every account has, such as {@code maximum-attempts}. */
    public ScriptedCarrier withSetting(final String key, final String value) {
        Objects.requireNonNull(value, "value");
        return changed(() -> settings.put(Objects.requireNonNull(key, "key"), value));
    }

    /** The SIMs that requests have reached the carrier about, in order; what the engine answered by itself is not among them. */
    public List<SimId> asked() {
        lock.lock();
        try {
            return List.copyOf(asked);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins an {@link Anycarrier} whose accounts are these, and no others. What it does not say can still be set, such as a
     * state file. Neither the environment nor system properties nor plugins on the class path have a say in it.
     *
     * @param clock the time of all of it
     * @throws IllegalArgumentException if two accounts have the same name
     */
    public static Anycarrier.Builder builder(final ManualClock clock, final ScriptedCarrier... carriers) {
        return ScriptedBuilding.builder(clock, List.of(carriers));
    }

    String account() {
        return account;
    }

    String provider() {
        return provider;
    }

    Exchanges exchanges() {
        return exchanges;
    }

    ScriptedAnswer next(final SimId sim) {
        lock.lock();
        try {
            asked.add(sim);
            final Script script = scripts.get(sim.value());
            return script == null ? others.apply(sim) : script.next();
        } finally {
            lock.unlock();
        }
    }

    Map<String, String> settings() {
        lock.lock();
        try {
            return Map.copyOf(settings);
        } finally {
            lock.unlock();
        }
    }

    ProviderDescriptor descriptor() {
        lock.lock();
        try {
            return descriptor;
        } finally {
            lock.unlock();
        }
    }

    Optional<List<UsageRecord>> records() {
        lock.lock();
        try {
            return records;
        } finally {
            lock.unlock();
        }
    }

    private ScriptedCarrier changed(final Runnable change) {
        lock.lock();
        try {
            change.run();
            return this;
        } finally {
            lock.unlock();
        }
    }
}
