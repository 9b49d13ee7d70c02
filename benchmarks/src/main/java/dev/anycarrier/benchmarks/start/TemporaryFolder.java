package dev.anycarrier.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that goes when it is closed. */
final class TemporaryFolder implements AutoCloseable {

    private final Path folder;

    private TemporaryFolder(final Path folder) {
        this.folder = folder;
    }

    static TemporaryFolder create() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("anycarrier-benchmarks"));
    }

    Path file(final String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        final List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (final Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}
