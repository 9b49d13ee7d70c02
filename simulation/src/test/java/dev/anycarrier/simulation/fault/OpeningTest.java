package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.discovery.DiscoveredProvider;
import dev.anycarrier.discovery.DiscoveredProviders;
import dev.anycarrier.discovery.FailedProvider;
import dev.anycarrier.pressone.PressOneProviderFactory;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.testkit.fault.Answer;
import dev.anycarrier.testkit.fault.FaultServer;
import dev.anycarrier.testkit.fault.Script;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening, with whatever plugins lie around, and opening and closing again and again on real threads and sockets. */
class OpeningTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int ROUNDS = 200;
    private static final int MOST_LOOKS = 300;
    private static final long ONE_LOOK_MILLIS = 100;
    private static final String SERVICES = "META-INF/services/" + UsageProviderFactory.class.getName();
    private static final Map<String, String> BROKEN = Map.of(
            "no.such.Plugin",
            "no.such.Plugin",
            BrokenPlugins.ThrowingConstructor.class.getName(),
            "IllegalStateException",
            BrokenPlugins.ThrowingInitialiser.class.getName(),
            "Initiali",
            BrokenPlugins.Nameless.class.getName(),
            "no valid id",
            BrokenPlugins.WithoutSettings.class.getName(),
            "settings() fails",
            BrokenPlugins.Outdated.class.getName(),
            "version 0",
            BrokenPlugins.Twin.class.getName(),
            "the same id twin",
            BrokenPlugins.OtherTwin.class.getName(),
            "the same id twin");

    @TempDir
    private Path folder;

    @Test
    @Fault("LIF-05")
    void every_broken_plugin_is_reported_and_the_others_load_in_whatever_order_they_lie_there() throws IOException {
        final List<String> lines = new ArrayList<>(BROKEN.keySet());
        lines.add(BrokenPlugins.Good.class.getName());
        lines.add(BrokenPlugins.Slow.class.getName());
        Collections.sort(lines);
        final Random order = new Random(1);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(lines, order);
            final DiscoveredProviders providers = discover(lines);
            assertThat(providers.found()).extracting(DiscoveredProvider::id).containsExactly("good", "slow");
            assertThat(providers.failed()).as("in the order %s", lines).hasSize(BROKEN.size());
            final String told =
                    providers.failed().stream().map(FailedProvider::toString).collect(Collectors.joining("\n"));
            BROKEN.forEach((plugin, problem) -> assertThat(told).contains(problem));
            assertThat(told).doesNotContain("canary-7d1f");
        }
    }

    @Test
    @Fault("LIF-04")
    void two_hundred_rounds_on_real_threads_and_sockets_leave_no_thread_no_socket_and_no_object_behind()
            throws InterruptedException {
        try (FaultServer server = FaultServer.start(Script.accept()
                .answerEvery(request -> Answer.json(
                        200,
                        request.target().endsWith("/token")
                                ? Reply.token("planted-token", Scene.DAY).body()
                                : Reply.balance(1024).body())))) {
            final Settings settings =
                    Scene.settings("pressone", "base-url=" + server.address()).build();
            final ReferenceQueue<Anycarrier> collected = new ReferenceQueue<>();
            final Set<Reference<Anycarrier>> closed = new HashSet<>();
            for (int round = 0; round < ROUNDS; round++) {
                closed.add(new WeakReference<>(openAskAndClose(settings), collected));
            }
            assertThat(server.awaitNoConnection(LONG)).isZero();
            assertThat(server.connections()).isEqualTo(ROUNDS);
            assertThat(ourThreads()).as("idle ones of the shared pool").isLessThan(10);
            for (int looks = 0; looks < MOST_LOOKS && !closed.isEmpty(); looks++) {
                System.gc();
                Reference<? extends Anycarrier> next = collected.remove(ONE_LOOK_MILLIS);
                while (next != null) {
                    closed.remove(next);
                    next = collected.poll();
                }
            }
            assertThat(closed).as("still reachable").isEmpty();
        }
    }

    private static Anycarrier openAskAndClose(final Settings settings) {
        final Anycarrier carriers = Anycarrier.builder()
                .settings(settings)
                .classLoader(new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader()))
                .factory(new PressOneProviderFactory())
                .build();
        try (carriers) {
            assertThat(carriers.account("pressone").usage(Scene.SIM).buckets()).isNotEmpty();
        }
        return carriers;
    }

    private static long ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("anycarrier"))
                .count();
    }

    private DiscoveredProviders discover(final List<String> lines) throws IOException {
        final Path file = folder.resolve(SERVICES);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines));
        try (OwnServices loader = new OwnServices(folder.toUri().toURL());
                Anycarrier carriers = Anycarrier.builder()
                        .settings(Settings.builder()
                                .environment(Map.of())
                                .systemProperties(Map.of())
                                .build())
                        .classLoader(loader)
                        .build()) {
            return carriers.providers();
        }
    }

    /** Sees the list of services in one folder and no other. */
    private static final class OwnServices extends URLClassLoader {

        OwnServices(final URL folder) {
            super(new URL[] {folder}, OpeningTest.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(final String name) throws IOException {
            return findResources(name);
        }
    }
}
