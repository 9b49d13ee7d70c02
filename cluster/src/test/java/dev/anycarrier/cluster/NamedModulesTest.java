package dev.anycarrier.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.cluster.testing.PostgresServer;
import dev.anycarrier.cluster.testing.RedisServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As named modules, under an embedder that is one too: nothing on the class path helps out. */
@Tag("cluster")
class NamedModulesTest {

    private static final String MODULE = """
            module embedder {
                requires dev.anycarrier.cluster;
            }
            """;

    private static final String REDIS_MAIN = """
            package embedder;

            import dev.anycarrier.cluster.RedisCluster;
            import java.net.URI;

            public final class Main {
                public static void main(final String[] arguments) {
                    try (RedisCluster cluster =
                            RedisCluster.builder().redis(URI.create(arguments[0])).build()) {
                        cluster.begin("main");
                        System.out.println(cluster.status().server());
                    }
                }
            }
            """;

    private static final String SWEEPS_MAIN = """
            package embedder;

            import dev.anycarrier.cluster.sweep.ClusterSweeps;
            import dev.anycarrier.cluster.sweep.SweepPlanOptions;
            import dev.anycarrier.usage.SimRef;
            import java.util.List;

            public final class Main {
                public static void main(final String[] arguments) {
                    final List<SimRef> sims = List.of(SimRef.parse("none:1"));
                    try (ClusterSweeps sweeps =
                            ClusterSweeps.builder().database(arguments[0]).build()) {
                        System.out.println(sweeps.plan("modules", sims, SweepPlanOptions.defaults()).sims());
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void redis_is_reached_and_no_thread_keeps_the_program() throws Exception {
        try (RedisServer server = RedisServer.start()) {
            assertThat(said(REDIS_MAIN, server.uri().toString())).isEqualTo("127.0.0.1:" + server.port());
        }
    }

    @Test
    void sweeps_are_migrated_and_planned_and_no_thread_keeps_the_program() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            assertThat(said(SWEEPS_MAIN, server.jdbcUrl())).isEqualTo("1");
        }
    }

    /** What a program says. */
    private String said(final String program, final String argument) throws IOException, InterruptedException {
        final Path module = write("module-info.java", MODULE);
        final Path main = write("embedder/Main.java", program);
        final Path classes = folder.resolve("classes");
        final int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        "--module-path",
                        modulePath(),
                        module.toString(),
                        main.toString());
        assertThat(compiled).isZero();
        final Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modulePath() + File.pathSeparator + classes,
                        "--module",
                        "embedder/embedder.Main",
                        argument))
                .redirectError(ProcessBuilder.Redirect.to(folder.resolve("err").toFile()))
                .start();
        final String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(() -> said + read(folder.resolve("err"))).isZero();
        return said.strip();
    }

    private Path write(final String name, final String text) throws IOException {
        final Path file = folder.resolve("sources").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String read(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            return e.toString();
        }
    }

    /** All that is on the class path but the tests and what only they need. */
    private static String modulePath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .filter(entry -> Stream.of(
                                "junit",
                                "assertj",
                                "surefire",
                                "opentest4j",
                                "apiguardian",
                                "byte-buddy",
                                "awaitility",
                                "hamcrest",
                                "slf4j-simple")
                        .noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
