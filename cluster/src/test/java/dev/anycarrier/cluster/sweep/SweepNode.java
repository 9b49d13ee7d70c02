package dev.anycarrier.cluster.sweep;

import dev.anycarrier.Anycarrier;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A node in a process of its own, which works until its input ends. What its carrier was asked is a file's lines. */
final class SweepNode {

    private SweepNode() {}

    /** Arguments: JDBC URL, name, file, and how many milliseconds an answer takes. */
    public static void main(final String[] arguments) throws IOException {
        try (OutputStream asked = new FileOutputStream(arguments[2], true);
                Anycarrier carriers = new MemoryCarrier(
                                Duration.ofMillis(Long.parseLong(arguments[3])),
                                sim -> append(asked, sim.sim().value()))
                        .open();
                ClusterSweeps sweeps = ClusterSweeps.builder()
                        .database(arguments[0])
                        .carriers(carriers)
                        .node(arguments[1])
                        .heartbeat(Duration.ofMillis(500))
                        .build()) {
            System.out.println("ready");
            while (System.in.read() >= 0) {
                sweeps.progress("is it there");
            }
        }
    }

    private static void append(final OutputStream file, final String line) {
        try {
            file.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
