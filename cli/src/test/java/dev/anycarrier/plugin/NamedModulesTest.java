package dev.anycarrier.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.Simulators;
import feign.Feign;
import java.io.File;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Core and providers as named modules, under an embedder that is one too: nothing on the class path helps out. */
class NamedModulesTest {

    private static final String MODULE = """
            module embedder {
                requires dev.anycarrier.core;
            }
            """;

    private static final String MAIN = """
            package embedder;

            import dev.anycarrier.Anycarrier;
            import dev.anycarrier.usage.SimRef;
            import java.nio.file.Path;

            public final class Main {
                public static void main(final String[] arguments) {
                    try (Anycarrier carriers =
                            Anycarrier.builder().settings(Path.of(arguments[0])).build()) {
                        carriers.providers().found().forEach(provider -> System.out.println(provider.id()));
                        System.out.println(carriers.usage(SimRef.parse(arguments[1])).buckets());
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void the_providers_are_found_and_one_answers() throws Exception {
        final Path main = new Sources(folder.resolve("embedder"))
                .with("module-info.java", MODULE)
                .with("embedder/Main.java", MAIN)
                .compile("--module-path", modulePath())
                .folder();
        try (SimulatedCarrier airalo = Simulators.find("airalo").start(SimulatorOptions.seeded(7))) {
            final SimTruth truth = airalo.sims().get(0);
            final Path settings = SettingsFile.of("airalo-eu", airalo, folder);

            final ChildJvm.End end = new ChildJvm(folder)
                    .run(
                            "--module-path",
                            modulePath() + File.pathSeparator + main,
                            "--module",
                            "embedder/embedder.Main",
                            settings.toString(),
                            "airalo-eu:" + truth.sim().value())
                    .mustHaveExitCode(0);

            assertThat(end.out().lines())
                    .containsExactly(
                            "airalo", "onomondo", "pressone", truth.buckets().toString());
            assertThat(end.err()).isEmpty();
        }
    }

    /** Core, the providers and what core requires; each as Maven has put it there. */
    private static String modulePath() {
        final Stream<Class<?>> providers =
                ServiceLoader.load(UsageProviderFactory.class).stream().map(ServiceLoader.Provider::type);
        final Stream<Class<?>> others = Stream.of(
                Anycarrier.class,
                Caffeine.class,
                Feign.class,
                ObjectMapper.class,
                JsonFactory.class,
                JsonProperty.class,
                NullMarked.class);
        return Stream.concat(providers, others)
                .map(NamedModulesTest::home)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String home(final Class<?> type) {
        return Path.of(java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }
}
