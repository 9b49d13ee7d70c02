package dev.anycarrier.testkit.conformance.trial;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Gathers what the threads of a rule print and log, and lets what all others print pass. Changes what the whole process
 * shares while it lasts, so the rule runs alone.
 */
public final class OutputCapture {

    private OutputCapture() {}

    /**
     * What was gathered.
     *
     * @param printed what was written to standard output and standard error, which is where most loggers write to as well
     * @param logged what was given to {@link java.util.logging}, at any level
     */
    public record Captured(String printed, String logged) {}

    public static Captured of(final Runnable task) {
        final ThreadGroup group = Thread.currentThread().getThreadGroup();
        final ByteArrayOutputStream printed = new ByteArrayOutputStream();
        final Recording logged = new Recording(group);
        final PrintStream out = System.out;
        final PrintStream err = System.err;
        final Logger root = Logger.getLogger("");
        final Level level = root.getLevel();
        System.setOut(new PrintStream(new OfGroup(group, printed, out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new OfGroup(group, printed, err), true, StandardCharsets.UTF_8));
        root.addHandler(logged);
        root.setLevel(Level.ALL);
        try {
            task.run();
        } finally {
            root.setLevel(level);
            root.removeHandler(logged);
            System.setErr(err);
            System.setOut(out);
        }
        return new Captured(printed.toString(StandardCharsets.UTF_8), String.join("\n", logged.texts));
    }

    private static boolean isOf(final ThreadGroup group) {
        return group.parentOf(Thread.currentThread().getThreadGroup());
    }

    private static final class OfGroup extends OutputStream {

        private final ThreadGroup group;
        private final ByteArrayOutputStream gathered;
        private final PrintStream others;

        OfGroup(final ThreadGroup group, final ByteArrayOutputStream gathered, final PrintStream others) {
            this.group = group;
            this.gathered = gathered;
            this.others = others;
        }

        @Override
        public void write(final int character) throws IOException {
            (isOf(group) ? gathered : others).write(character);
        }

        @Override
        public void write(final byte[] bytes, final int offset, final int length) {
            if (isOf(group)) {
                gathered.write(bytes, offset, length);
            } else {
                others.write(bytes, offset, length);
            }
        }
    }

    private static final class Recording extends Handler {

        private final Queue<String> texts = new ConcurrentLinkedQueue<>();
        private final ThreadGroup group;

        Recording(final ThreadGroup group) {
            this.group = group;
        }

        @Override
        public void publish(final LogRecord entry) {
            if (isOf(group)) {
                final Object[] parameters = entry.getParameters();
                texts.add(entry.getMessage()
                        + (parameters == null ? "" : " " + Arrays.toString(parameters))
                        + (entry.getThrown() == null ? "" : " " + entry.getThrown()));
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
