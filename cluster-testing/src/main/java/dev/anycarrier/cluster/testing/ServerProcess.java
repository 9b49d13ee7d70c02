package dev.anycarrier.cluster.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of a server and its children, with what it says read to the end. Thread-safe. */
final class ServerProcess {

    private static final int LINES_KEPT = 50;
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Thread reader;
    private volatile boolean started;

    private ServerProcess(final Process process, final String readyText) {
        this.process = process;
        this.reader = new Thread(() -> read(readyText), "server-output-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a command and waits until it says a text.
     *
     * @throws IllegalStateException with its last words, if it ends before
     */
    static ServerProcess start(final List<String> command, final String readyText) {
        final ServerProcess server;
        try {
            server = new ServerProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start(), readyText);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot start " + command.get(0), e);
        }
        server.awaitReady(command);
        return server;
    }

    /** Runs a command to its end. */
    static void run(final List<String> command) {
        try {
            final Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + said);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot run " + command.get(0), e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.get(0) + " ran", e);
        }
    }

    /** Sends a signal to it and all its children, and waits for nothing. */
    void signal(final String name) {
        final List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .filter(ProcessHandle::isAlive)
                .map(handle -> Long.toString(handle.pid()))
                .forEach(command::add);
        try {
            // One of them may have ended meanwhile.
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot send a signal", e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it and its children at once and waits until they are gone. */
    void kill() {
        final List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        signal("KILL");
        all.forEach(handle -> handle.onExit().join());
    }

    /** Asks it to end and waits until it has; kills it if that takes too long. */
    void stop(final String signal) {
        signal("CONT");
        final List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        signal(signal);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
        all.forEach(handle -> handle.onExit().join());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private void awaitReady(final List<String> command) {
        try {
            final boolean inTime = ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime || !started) {
                kill();
                reader.join();
                throw new IllegalStateException(command.get(0) + " did not start: " + lastWords());
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
            throw new IllegalStateException("interrupted while " + command.get(0) + " started", e);
        }
    }

    private String lastWords() {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }

    private void read(final String readyText) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (lastLines) {
                    lastLines.addLast(line);
                    if (lastLines.size() > LINES_KEPT) {
                        lastLines.removeFirst();
                    }
                }
                if (line.contains(readyText)) {
                    started = true;
                    ready.countDown();
                }
            }
        } catch (final IOException gone) {
            synchronized (lastLines) {
                lastLines.addLast(gone.toString());
            }
        } finally {
            ready.countDown();
        }
    }
}
