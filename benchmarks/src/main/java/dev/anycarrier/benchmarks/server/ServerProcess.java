package dev.anycarrier.benchmarks.server;

import dev.anycarrier.benchmarks.Processes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@link CarrierServer} that runs beside this process. */
public final class ServerProcess implements AutoCloseable {

    private static final List<String> OPTIONS =
            List.of("-Xms64m", "-Xmx64m", "-XX:MaxDirectMemorySize=1g", "-XX:+UseSerialGC");
    private static final long SECONDS_TO_END = 5;

    private final Process process;
    private final BufferedReader output;
    private final int port;

    private ServerProcess(final Process process, final BufferedReader output, final int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** What is answered to which requests, as an argument of {@link #start}. */
    public static String answer(final String prefix, final Path file, final long delayMillis) {
        return prefix + '=' + file + '@' + delayMillis;
    }

    /**
     * Starts one; Airalo's usage and tokens are answered by every one.
     *
     * @param answers more of them, see {@link #answer}
     */
    public static ServerProcess start(final Processes processes, final String... answers) {
        final List<String> arguments = new ArrayList<>();
        for (final String answer : answers) {
            arguments.add(AnswerArguments.OPTION);
            arguments.add(answer);
        }
        try {
            final Process process = new ProcessBuilder(
                            processes.command(OPTIONS, CarrierServer.class, arguments.toArray(String[]::new)))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            final BufferedReader output = process.inputReader(StandardCharsets.US_ASCII);
            final String port = output.readLine();
            if (port == null) {
                throw new IllegalStateException("the server did not start");
            }
            return new ServerProcess(process, output, Integer.parseInt(port));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, on the loopback interface. */
    public int port() {
        return port;
    }

    /** Where it listens, without a path. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** How many requests there were so far for this prefix. */
    public long count(final String prefix) {
        return told().getOrDefault(prefix, 0L);
    }

    /** The CPU time that its process has used so far. */
    public long cpuNanos() {
        return told().getOrDefault(Answers.CPU_NANOS, 0L);
    }

    private Map<String, Long> told() {
        final String lines;
        try {
            lines = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address().resolve(Answers.COUNT))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server was asked", e);
        }
        final Map<String, Long> counts = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            final int space = line.lastIndexOf(' ');
            // A prefix may be there twice, if it was given in place of one that always is.
            counts.merge(line.substring(0, space), Long.parseLong(line.substring(space + 1)), Long::sum);
        });
        return counts;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            output.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
