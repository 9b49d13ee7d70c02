package dev.anycarrier.cluster.proof;

import dev.anycarrier.cluster.proof.law.NodeStory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A node in a process of its own, with what it says read to the end. Its methods are for one thread at a time. */
final class NodeProcess implements AutoCloseable {

    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private final String name;
    private final Process process;
    private final Thread reader;
    private final Watch watch;
    private final List<Long> asked = new ArrayList<>();
    private final List<Long> ended = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private boolean endedInOrder;

    private NodeProcess(final String name, final Process process, final Watch watch) {
        this.name = name;
        this.process = process;
        this.watch = watch;
        this.reader = new Thread(this::read, "says-" + name);
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a node, and waits for nothing. */
    static NodeProcess start(final Orders orders, final Path folder, final Watch watch) {
        final Path file = folder.resolve(orders.name() + ".properties");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            orders.write().store(writer, null);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot write a node's orders", e);
        }
        final List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                NodeMain.class.getName(),
                file.toString());
        try {
            return new NodeProcess(
                    orders.name(),
                    new ProcessBuilder(command)
                            .redirectError(
                                    folder.resolve(orders.name() + ".errors").toFile())
                            .start(),
                    watch);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot start a node", e);
        }
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** How many questions ended in a value as new as was asked for. */
    int fresh() {
        synchronized (outcomes) {
            return outcomes.getOrDefault(Line.FRESH, 0);
        }
    }

    /** How often there was each outcome. */
    Map<String, Integer> outcomes() {
        synchronized (outcomes) {
            return new TreeMap<>(outcomes);
        }
    }

    /** Lets it stand still. */
    void pause() {
        signal("STOP");
    }

    /** Ends a {@link #pause()}. */
    void resume() {
        signal("CONT");
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
        awaitLastWord();
    }

    /**
     * Lets what it asked come to its end, and it too.
     *
     * @throws IllegalStateException if it takes too long or ends otherwise
     */
    void stop() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(name + " does not end");
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot stop " + name, e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(name + " ended with " + process.exitValue());
        }
        awaitLastWord();
        endedInOrder = true;
    }

    /** What it said, once it has ended. */
    NodeStory story() {
        synchronized (outcomes) {
            return new NodeStory(name, endedInOrder, asked, ended);
        }
    }

    /** Ends it at once. Idempotent. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void signal(final String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot send a signal", e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void awaitLastWord() {
        try {
            reader.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Line.read(line).ifPresent(this::note);
            }
        } catch (final IOException e) {
            // It was killed: there is nothing more to read.
        }
        watch.changed();
    }

    private void note(final Line line) {
        synchronized (outcomes) {
            if (line.outcome().isPresent()) {
                ended.add(line.number());
                outcomes.merge(line.outcome().get(), 1, Integer::sum);
            } else {
                asked.add(line.number());
            }
        }
    }
}
