package dev.anycarrier.cluster.sweep;

import dev.anycarrier.cluster.testing.PostgresServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A {@link SweepNode} for those who kill it, and let it stand still. */
final class NodeProcess implements AutoCloseable {

    private final Process process;
    private final Path asked;

    private NodeProcess(final Process process, final Path asked) {
        this.process = process;
        this.asked = asked;
    }

    static NodeProcess start(final PostgresServer server, final String name, final Path folder, final Duration latency)
            throws IOException {
        final Path asked = folder.resolve(name);
        final Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SweepNode.class.getName(),
                        server.jdbcUrl(),
                        name,
                        asked.toString(),
                        Long.toString(latency.toMillis()))
                .redirectError(
                        ProcessBuilder.Redirect.to(folder.resolve(name + ".err").toFile()))
                .start();
        final String first =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (!"ready".equals(first)) {
            process.destroyForcibly();
            throw new IllegalStateException(Files.readString(folder.resolve(name + ".err")));
        }
        return new NodeProcess(process, asked);
    }

    /** The SIMs its carrier was asked about, in this order. */
    List<String> asked() throws IOException {
        return Files.readAllLines(asked);
    }

    void signal(final String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
