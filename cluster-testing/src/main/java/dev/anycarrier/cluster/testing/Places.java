package dev.anycarrier.cluster.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a server runs: a port that is free, and a folder of its own. Stateless. */
final class Places {

    private Places() {}

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (final IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    static Path newFolder(final String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (final IOException e) {
            throw new UncheckedIOException("no temporary folder", e);
        }
    }

    static void delete(final Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        clear(folder);
        try {
            Files.delete(folder);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    /** Deletes whatever is in a folder. */
    static void clear(final Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            final List<Path> deepestFirst = content.filter(path -> !path.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (final Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
