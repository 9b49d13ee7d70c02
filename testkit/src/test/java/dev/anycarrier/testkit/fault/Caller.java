package dev.anycarrier.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * One account of the made-up carrier, asked through the real front door. Whatever comes out is searched for secrets, and
 * the requests it reports are compared with those the server counted.
 */
final class Caller implements AutoCloseable {

    /** Longer than anything takes that is not about time. */
    static final Duration ATTEMPT = Duration.ofSeconds(5);

    /** What a machine under load may add to a bound. */
    static final Duration SLACK = Duration.ofSeconds(1);

    private static final String ACCOUNT = "tiny";

    /** Every question is one request at once, whatever was known or went wrong before. */
    private static final Map<String, String> BARE = Map.ofEntries(
            Map.entry(ACCOUNT + ".connect-timeout", "4s"),
            Map.entry(ACCOUNT + ".attempt-timeout", ATTEMPT.toSeconds() + "s"),
            Map.entry(ACCOUNT + ".deadline", "12s"),
            Map.entry(ACCOUNT + ".maximum-attempts", "1"),
            Map.entry(ACCOUNT + ".minimum-interval", "0s"),
            Map.entry(ACCOUNT + ".maximum-age", "0s"),
            Map.entry(ACCOUNT + ".unknown-sim-time", "0s"),
            Map.entry(ACCOUNT + ".when-stale", "fail"),
            Map.entry(ACCOUNT + ".close-grace", "0s"),
            Map.entry(ACCOUNT + ".circuit-breaker", "false"));

    private final Set<Thread> threadsBefore = Thread.getAllStackTraces().keySet();
    private final Anycarrier carriers;
    private final CarrierAccount account;
    private final IntSupplier wire;

    private Caller(final Anycarrier carriers, final IntSupplier wire) {
        this.carriers = carriers;
        this.account = carriers.account(ACCOUNT);
        this.wire = wire;
    }

    /** A caller of the carrier with a key, at a server, its requests counted there. */
    static Caller of(final FaultServer server, final String... settings) {
        return of(
                TinyCarrier.WITH_KEY, server.address(), () -> server.requests().size(), settings);
    }

    /** The same with a token. */
    static Caller withToken(final FaultServer server, final String... settings) {
        return of(
                TinyCarrier.WITH_TOKEN,
                server.address(),
                () -> server.requests().size(),
                settings);
    }

    /**
     * A caller.
     *
     * @param wire how many requests the server got so far
     * @param settings of the account, each {@code key=value}
     */
    static Caller of(final TinyCarrier carrier, final URI address, final IntSupplier wire, final String... settings) {
        return of(carrier, address, wire, NameResolver.system(), settings);
    }

    /** The same with another way from names to addresses. */
    static Caller of(
            final TinyCarrier carrier,
            final URI address,
            final IntSupplier wire,
            final NameResolver resolver,
            final String... settings) {
        final Map<String, String> values = new HashMap<>(BARE);
        values.put(ACCOUNT + ".provider", carrier.id());
        values.put(ACCOUNT + ".base-url", address.toString());
        values.put(ACCOUNT + ".secret", Planted.SECRET);
        for (final String setting : settings) {
            final String[] keyAndValue = setting.split("=", 2);
            values.put(ACCOUNT + "." + keyAndValue[0], keyAndValue[1]);
        }
        return new Caller(
                Anycarrier.builder()
                        .settings(Settings.of(values))
                        .factory(carrier)
                        .ports(Ports.system().withResolver(resolver).withThreads(Threads.of(Caller::start)))
                        .build(),
                wire);
    }

    /** A thread that ends with its task, so that none is left unless something goes wrong. */
    private static void start(final Runnable task) {
        final Thread thread = new Thread(task, "engine");
        thread.setDaemon(true);
        thread.start();
    }

    /** The account, for questions of which only the test knows what comes of them. */
    CarrierAccount account() {
        return account;
    }

    /** Asks for the usage of the planted SIM. */
    Outcome ask() {
        return ask(Planted.SIM);
    }

    /** Asks for the usage of a SIM. */
    Outcome ask(final SimId sim) {
        final long before = account.statistics().requests();
        final long start = System.nanoTime();
        Optional<UsageReport> report = Optional.empty();
        Optional<UsageException> failure = Optional.empty();
        try {
            report = Optional.of(account.usage(sim));
        } catch (final UsageException e) {
            failure = Optional.of(e);
        }
        final Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        report.ifPresent(good -> Planted.requireAbsent(good.toString()));
        failure.ifPresent(Planted::requireAbsent);
        requireAllCounted();
        return new Outcome(report, failure, elapsed, account.statistics().requests() - before);
    }

    /** A server on a busy machine may count a request a little after the caller has given it up. */
    private void requireAllCounted() {
        final long reported = account.statistics().requests();
        final long start = System.nanoTime();
        while (wire.getAsInt() < reported && System.nanoTime() - start < SLACK.toNanos()) {
            Thread.onSpinWait();
        }
        assertThat(wire.getAsInt()).as("requests that the server counted").isEqualTo((int) reported);
    }

    /** Fields that were ignored so far. */
    long unknownFields() {
        return account.statistics().unknownFields();
    }

    /** Requests for tokens so far. */
    long tokenRequests() {
        return account.statistics().tokenRequests();
    }

    /** Closes the front door, which takes no time and leaves no thread behind. */
    @Override
    public void close() {
        final long start = System.nanoTime();
        carriers.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("time to close")
                .isLessThan(SLACK);
        threadsStartedHere().forEach(Caller::requireEnd);
    }

    private Set<Thread> threadsStartedHere() {
        final Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
        started.removeAll(threadsBefore);
        started.removeIf(Caller::belongsToOthers);
        return started;
    }

    /** Threads of servers, and those of the JDK that carry virtual threads and the common pool's tasks. */
    private static boolean belongsToOthers(final Thread thread) {
        return Stream.of("fault server", "qtp", "Connector-Scheduler", "ForkJoinPool", "VirtualThread-")
                .anyMatch(thread.getName()::startsWith);
    }

    private static void requireEnd(final Thread thread) {
        try {
            thread.join(SLACK.toMillis());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(thread.isAlive())
                .as("thread " + thread.getName() + " is left behind")
                .isFalse();
    }
}
