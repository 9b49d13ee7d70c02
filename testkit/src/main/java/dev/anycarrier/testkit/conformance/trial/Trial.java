package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.conformance.result.Evidence;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One provider with an account of its own at a simulated carrier of its own, for one rule on one route. The carrier is
 * there at once, the account when it is first asked for. Nothing stands between the rule and the carrier, neither limits
 * nor retries nor values known before: rules about faults ask more often than any carrier allows, and count.
 */
public final class Trial implements AutoCloseable {

    public static final String ACCOUNT = "under-trial";

    /** The status for those who are known and not allowed to (RFC 9110, 15.5.4). */
    public static final int FORBIDDEN = 403;

    private static final int SIMS = 20;

    /** Every question is one request at once, whatever was known or went wrong before. */
    private static final Map<String, String> BARE = Map.ofEntries(
            Map.entry("limit-sim", "1000000/1s"),
            Map.entry("limit-account", "1000000/1s"),
            Map.entry("limit-token", "1000000/1s"),
            Map.entry("maximum-attempts", "1"),
            Map.entry("minimum-interval", "0s"),
            Map.entry("maximum-age", "0s"),
            Map.entry("unknown-sim-time", "0s"),
            Map.entry("when-stale", "fail"),
            Map.entry("circuit-breaker", "false"),
            Map.entry("close-grace", "0s"));

    private final Candidate candidate;
    private final Route route;
    private final SimulatedCarrier carrier;
    private final Overlay overlay;
    private final TrialSecrets secrets;
    private final RememberingFactory factory;
    private Map<String, String> furtherSettings = Map.of();
    private @Nullable Anycarrier carriers;

    private Trial(final Candidate candidate, final Route route, final SimulatedCarrier carrier) {
        this.candidate = candidate;
        this.route = route;
        this.carrier = carrier;
        this.overlay = Overlay.before(carrier);
        this.secrets = new TrialSecrets(secretNames(candidate.factory()), carrier.settings());
        this.factory = new RememberingFactory(candidate.factory());
    }

    public static Trial start(final Candidate candidate, final Route route) {
        final SimulatorOptions options =
                SimulatorOptions.seeded(candidate.seed()).withSims(SIMS).withoutLimits();
        return new Trial(candidate, route, candidate.simulator().start(options));
    }

    /** A second account of the same factory, at a carrier of another population. */
    public Trial another() {
        return start(candidate.elsewhere(), route);
    }

    /** The same provider at a carrier that enforces its own limits, and has so many SIMs. */
    public Trial limited(final int sims) {
        final SimulatorOptions options =
                SimulatorOptions.seeded(candidate.seed()).withSims(sims);
        return new Trial(candidate, route, candidate.simulator().start(options));
    }

    public UsageProviderFactory factory() {
        return candidate.factory();
    }

    public SimulatedCarrier carrier() {
        return carrier;
    }

    public Overlay overlay() {
        return overlay;
    }

    public TrialSecrets secrets() {
        return secrets;
    }

    public Route route() {
        return route;
    }

    /** The SIMs that the carrier can be asked about, and the truth about each. */
    public List<SimTruth> sims() {
        return carrier.sims().stream().filter(truth -> !truth.gone()).toList();
    }

    /** Whether, by the carrier's documents, credentials that it does not know are refused as if they were not allowed: 403. */
    public boolean forbidsUnknownCredentials() {
        return carrier.refusals().stream()
                .anyMatch(refusal -> refusal.kind() == Kind.AUTHENTICATION_FAILED
                        && refusal.answer().status() == FORBIDDEN);
    }

    /** Any SIM that the carrier can be asked about. */
    public SimId sim() {
        return sims().get(0).sim();
    }

    public synchronized CarrierAccount account() {
        if (carriers == null) {
            carriers = open();
        }
        return carriers.account(ACCOUNT);
    }

    public UsageProvider provider() {
        account();
        return factory.made();
    }

    public Respondent respondent() {
        final CarrierAccount account = account();
        return route == Route.PROVIDER ? new ProviderRespondent(provider()) : new EngineRespondent(opened(), account);
    }

    /** Asks about a SIM, which must go well. */
    public UsageReport report(final SimId sim) {
        return Asking.mustSucceed("the usage of " + sim, () -> respondent().usage(sim));
    }

    /** Asks about a SIM, which must fail in the one way that is allowed. */
    public UsageException failure(final SimId sim) {
        return failure("the usage of " + sim, () -> respondent().usage(sim));
    }

    /** Asks anything, which must fail in the one way that is allowed. */
    public UsageException failure(final String asked, final Supplier<?> question) {
        return Asking.mustFail(asked, question);
    }

    /** Closes the account as its owner would, and leaves the carrier running. */
    public void closeAccount() {
        account();
        opened().close();
    }

    /**
     * Has the account opened anew, at the same carrier, so that nothing of what was before has a say in what follows.
     *
     * @param settings what is set otherwise than in a usual trial, by name
     */
    public synchronized void openAnew(final Map<String, String> settings) {
        if (carriers != null) {
            carriers.close();
            carriers = null;
        }
        furtherSettings = Map.copyOf(settings);
    }

    /** Opens the account anew, after it was closed. */
    public synchronized void reopen() {
        openAnew(furtherSettings);
        account();
    }

    /**
     * Opens another account like this one, at the same carrier and of the same name. Out of reach of the surroundings: no
     * environment, no system properties, no other provider.
     *
     * @param change changes its settings, whose names are without the account's
     * @return the account's owner, to be closed
     * @throws InvalidSettingsException if it cannot be opened so
     */
    public Anycarrier opened(final Consumer<Map<String, String>> change) {
        final Map<String, String> all = new HashMap<>(overlay.settings());
        all.putAll(BARE);
        change.accept(all);
        final SettingsBuilder settings =
                Settings.builder().environment(Map.of()).systemProperties(Map.of());
        all.forEach((name, value) -> settings.set(ACCOUNT + "." + name, value));
        secrets.sources().forEach((name, source) -> {
            if (Objects.equals(overlay.settings().get(name), all.get(name))) {
                settings.secret(ACCOUNT + "." + name, source);
            }
        });
        return Anycarrier.builder()
                .settings(settings.build())
                .factory(factory)
                .executor(Trial::start)
                .classLoader(new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader()))
                .build();
    }

    /** The threads in which the provider has sent requests so far, those for access tokens aside. */
    public Set<Thread> senders() {
        return factory.senders();
    }

    /** The last requests and what they were given, oldest first, without secrets. */
    public List<Evidence> evidence(final int most) {
        final Masking masking = new Masking(
                secrets.all(overlay.exchanges()),
                carrier.sims().stream()
                        .flatMap(truth -> truth.names().stream().map(SimId::value))
                        .toList());
        return overlay.last(most).stream().map(masking::evidence).toList();
    }

    /**
     * Makes threads of this rule that ask: virtual ones on that route.
     *
     * @throws NotTried if this JDK has no virtual threads
     */
    public ThreadFactory threads() {
        return route == Route.VIRTUAL_THREADS ? VirtualThreads.factory() : Trial::daemon;
    }

    @Override
    public void close() {
        try (carrier;
                overlay) {
            if (carriers != null) {
                carriers.close();
            }
        }
    }

    private synchronized Anycarrier opened() {
        if (carriers == null) {
            throw new IllegalStateException("the account was not opened yet");
        }
        return carriers;
    }

    private Anycarrier open() {
        try {
            return opened(settings -> settings.putAll(furtherSettings));
        } catch (final InvalidSettingsException e) {
            throw new Violation("the account cannot be opened: " + e.getMessage());
        }
    }

    /** A thread that ends with its task and belongs to the rule, so that none is left unless the provider leaves it. */
    private static void start(final Runnable task) {
        daemon(task).start();
    }

    private static Thread daemon(final Runnable task) {
        final Thread thread = new Thread(task, "of a rule");
        thread.setDaemon(true);
        return thread;
    }

    private static Set<String> secretNames(final UsageProviderFactory factory) {
        return factory.settings().stream()
                .filter(Setting::isSecret)
                .map(Setting::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
