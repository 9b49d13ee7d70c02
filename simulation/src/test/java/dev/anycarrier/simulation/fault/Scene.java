package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.airalo.AiraloProviderFactory;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.onomondo.OnomondoProviderFactory;
import dev.anycarrier.pressone.PressOneProviderFactory;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.usage.SimId;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The whole engine and the real providers in virtual time, against carriers that do as the test says. Played on the first
 * thread of a simulation; at the end everything is closed, and no thread may be left.
 */
final class Scene {

    static final SimId SIM = SimId.parse("8944465400000217735");
    static final SimId OTHER_SIM = SimId.parse("8944465400000217727");
    static final String SECRET = "planted-secret-4711";
    static final Duration DAY = Duration.ofHours(24);

    private static final Map<String, Map<String, String>> ACCOUNTS = Map.of(
            "airalo", Map.of("client-id", "planted-client", "client-secret", SECRET),
            "pressone",
                    Map.of(
                            "base-url",
                            "https://pressone.example",
                            "client-id",
                            "planted-client",
                            "client-secret",
                            SECRET),
            "onomondo", Map.of("api-key", SECRET));

    private final Simulation simulation;
    private final List<Received> received = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final List<Anycarrier> opened = new ArrayList<>();
    private final List<UsageProviderFactory> factories = new ArrayList<>();
    private StateStore state = StateStore.none();
    private Function<Received, Reply> tokens = request -> Reply.token("planted-token-" + received.size(), DAY);
    private Function<Received, Reply> answers = request -> Reply.balance(1024);
    private long begun;

    private Scene(final Simulation simulation) {
        this.simulation = simulation;
    }

    /** Plays a scene whose order of threads and chance come from a seed. */
    static void play(final long seed, final Consumer<Scene> story) {
        play(Simulation.of(seed), story);
    }

    /** Plays a scene in a simulation of one's own. */
    static void play(final Simulation simulation, final Consumer<Scene> story) {
        final List<String> left = simulation.run(() -> {
            final Scene scene = new Scene(simulation);
            scene.begun = simulation.ports().time().nanoTime();
            story.accept(scene);
            scene.opened.forEach(Anycarrier::close);
        });
        assertThat(left).as("threads that are left").isEmpty();
    }

    /** Plays a scene with several seeds, for what must not depend on the order of threads. */
    static void play(final Consumer<Scene> story) {
        for (long seed = 1; seed <= 5; seed++) {
            play(seed, story);
        }
    }

    Simulation simulation() {
        return simulation;
    }

    /** Keeps state in this from the next account on. */
    void state(final StateStore newState) {
        state = newState;
    }

    /** A provider besides the three, from the next account on. */
    void factory(final UsageProviderFactory factory) {
        factories.add(factory);
    }

    /** How questions are answered from now on; requests for tokens apart. */
    void answer(final Function<Received, Reply> newAnswers) {
        answers = newAnswers;
    }

    /** How questions are answered from now on, whatever they are. */
    void answer(final Reply reply) {
        answers = request -> reply;
    }

    /** How requests for tokens are answered from now on. */
    void tokens(final Function<Received, Reply> newTokens) {
        tokens = newTokens;
    }

    /** One account called like its provider, with settings written {@code key=value}. */
    CarrierAccount account(final String provider, final String... settings) {
        return open(provider, settings).account(provider);
    }

    /** The same as a whole front door, which the scene closes at its end. */
    Anycarrier open(final String provider, final String... settings) {
        return open(settings(provider, settings).build());
    }

    /** One account's settings, written {@code key=value}. */
    static SettingsBuilder settings(final String provider, final String... settings) {
        final SettingsBuilder builder = Settings.builder().environment(Map.of()).systemProperties(Map.of());
        return with(builder, provider, settings);
    }

    /** The settings with one account more. */
    static SettingsBuilder with(final SettingsBuilder builder, final String provider, final String... settings) {
        builder.set(provider + ".provider", provider);
        ACCOUNTS.getOrDefault(provider, Map.of()).forEach((key, value) -> builder.set(provider + "." + key, value));
        for (final String setting : settings) {
            final String[] keyAndValue = setting.split("=", 2);
            builder.set(provider + "." + keyAndValue[0], keyAndValue[1]);
        }
        return builder;
    }

    /** A front door with settings of one's own. */
    Anycarrier open(final Settings settings) {
        final Anycarrier carriers = openUnowned(settings);
        opened.add(carriers);
        return carriers;
    }

    /** The same for one who closes it. */
    Anycarrier openUnowned(final Settings settings) {
        final Anycarrier.Builder builder = Anycarrier.builder()
                .settings(settings)
                .classLoader(new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader()))
                .factory(new AiraloProviderFactory())
                .factory(new PressOneProviderFactory())
                .factory(new OnomondoProviderFactory())
                .ports(simulation.ports())
                .state(state)
                .wires((account, options) -> new SceneWire(this, account));
        factories.forEach(builder::factory);
        return builder.build();
    }

    /** Lets virtual time pass. */
    void pass(final Duration time) {
        try {
            simulation.ports().time().sleep(time);
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Virtual time since the scene began. */
    Duration elapsed() {
        return Duration.ofNanos(simulation.ports().time().nanoTime() - begun);
    }

    /** Starts a caller on a thread of its own. */
    SimulatedThread start(final Runnable caller) {
        return simulation.start("caller", caller);
    }

    /** Every request so far, in the order in which the carriers saw them. */
    List<Received> received() {
        return List.copyOf(received);
    }

    /** Requests that are not for tokens. */
    List<Received> questions() {
        return received.stream().filter(request -> !request.isForToken()).toList();
    }

    /** Requests for tokens. */
    List<Received> tokenRequests() {
        return received.stream().filter(Received::isForToken).toList();
    }

    /** The failure that a question ends in. */
    static UsageException failure(final Supplier<?> question) {
        try {
            throw new AssertionError("answered with " + question.get());
        } catch (final UsageException e) {
            return e;
        }
    }

    Reply reply(final Received request) {
        received.add(request);
        return request.isForToken() ? tokens.apply(request) : answers.apply(request);
    }

    /** How often an account has closed the connections that it kept for reuse. */
    long droppedConnections(final String account) {
        return dropped.stream().filter(account::equals).count();
    }

    void dropped(final String account) {
        dropped.add(account);
    }

    long begun() {
        return begun;
    }
}
