package dev.anycarrier.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A carrier that this repository knows nothing of, as a jar on the class path, with broken ones beside it. */
class PluginJarTest {

    private static final Path ACME = Path.of("..", "testkit", "src", "test", "java", "com", "example", "acme");
    private static final String FACTORIES = "META-INF/services/dev.anycarrier.spi.UsageProviderFactory";
    private static final String SIMULATORS = "META-INF/services/dev.anycarrier.testkit.CarrierSimulator";

    /** Compiles, and is never asked for anything. */
    private static final String FACTORY = """
            package com.example.broken;

            import dev.anycarrier.spi.*;
            import java.util.List;

            public class %1$s implements UsageProviderFactory {
                %2$s

                public String id() {
                    return "broken";
                }

                public String displayName() {
                    return "Broken";
                }

                public int spiVersion() {
                    return SPI_VERSION;
                }

                public List<Setting<?>> settings() {
                    return List.of();
                }

                public UsageProvider create(final ProviderContext context) {
                    throw new UnsupportedOperationException();
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path plugin;
    private Path broken;

    @BeforeEach
    void build() throws IOException {
        plugin = new Sources(folder.resolve("acme"))
                .withAllOf(ACME, "com/example/acme", file -> !file.toString().endsWith("Test.java"))
                .with(FACTORIES, "com.example.acme.AcmeProviderFactory\n")
                .with(SIMULATORS, "com.example.acme.simulator.AcmeSimulator\n")
                .compile("--class-path", System.getProperty("java.class.path"))
                .jar("acme.jar", file -> true);
        broken = new Sources(folder.resolve("broken"))
                .with(
                        "com/example/broken/Throwing.java",
                        FACTORY.formatted("Throwing", "public Throwing() { throw new IllegalStateException(); }"))
                .with("com/example/broken/Missing.java", FACTORY.formatted("Missing", ""))
                .with(
                        "com/example/broken/Incomplete.java",
                        "package com.example.broken; public final class Incomplete extends Missing {}")
                .with(FACTORIES, """
                        com.example.broken.Throwing
                        com.example.broken.Incomplete
                        com.example.broken.NeverWritten
                        """)
                .compile("--class-path", System.getProperty("java.class.path"))
                .jar("broken.jar", file -> !file.endsWith("Missing.class"));
    }

    @Test
    void it_shows_up_among_the_providers() throws Exception {
        final ChildJvm.End end = commandLine(plugin, "providers").mustHaveExitCode(0);
        assertThat(end.out()).contains("acme", "Acme Mobile", "airalo", "onomondo", "pressone");
    }

    @Test
    void it_answers_what_its_carrier_says() throws Exception {
        try (SimulatedCarrier carrier = simulator().start(SimulatorOptions.seeded(11))) {
            final SimTruth truth = carrier.sims().get(0);
            final Path settings = SettingsFile.of("acme-test", carrier, folder);

            final ChildJvm.End end = commandLine(
                            plugin,
                            "usage",
                            "acme-test:" + truth.sim().value(),
                            "--config",
                            settings.toString(),
                            "--output",
                            "json")
                    .mustHaveExitCode(0);

            assertThat(remaining(new ObjectMapper().readTree(end.out())))
                    .containsExactlyElementsOf(truth.buckets().stream()
                            .map(bucket -> bucket.remaining().orElseThrow().amount())
                            .toList());
        }
    }

    @Test
    void it_is_tried_by_every_rule_from_a_jar_that_stands_on_no_class_path() throws Exception {
        final ChildJvm.End end = new ChildJvm(folder)
                .run(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.anycarrier.cli.Main",
                        "conformance",
                        "acme",
                        "--plugin",
                        plugin.toString(),
                        "--report",
                        folder.resolve("report").toString())
                .mustHaveExitCode(0);

        assertThat(end.out()).contains("acme: CONFORMANT");
        assertThat(folder.resolve("report/acme/index.html")).isNotEmptyFile();
    }

    @Test
    void broken_ones_beside_it_are_reported_and_harm_nobody() throws Exception {
        final String both = broken + File.pathSeparator + plugin;
        final ChildJvm.End end = commandLine(both, "providers").mustHaveExitCode(0);
        assertThat(end.out())
                .contains("acme", "airalo", "onomondo", "pressone")
                .contains("com.example.broken.Throwing", "com/example/broken/Missing")
                .contains("com.example.broken.NeverWritten");

        try (SimulatedCarrier carrier = simulator().start(SimulatorOptions.seeded(11))) {
            final Path settings = SettingsFile.of("acme", carrier, folder);
            final String sim = "acme:" + carrier.sims().get(0).sim().value();
            commandLine(both, "usage", sim, "--config", settings.toString()).mustHaveExitCode(0);
        }
    }

    private ChildJvm.End commandLine(final Object plugins, final String... arguments) throws Exception {
        final String classPath = System.getProperty("java.class.path") + File.pathSeparator + plugins;
        return new ChildJvm(folder)
                .run(Stream.concat(Stream.of("-cp", classPath, "dev.anycarrier.cli.Main"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private CarrierSimulator simulator() throws IOException {
        final URLClassLoader loader = new URLClassLoader(
                new URL[] {plugin.toUri().toURL()}, getClass().getClassLoader());
        return ServiceLoader.load(CarrierSimulator.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .filter(simulator -> simulator.carrier().equals("acme"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> remaining(final JsonNode document) {
        return document.findValues("remaining").stream()
                .map(remaining -> remaining.path("amount").asLong())
                .toList();
    }
}
