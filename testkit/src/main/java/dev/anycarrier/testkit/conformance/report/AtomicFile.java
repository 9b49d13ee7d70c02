package dev.anycarrier.testkit.conformance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files that are there whole or not at all. */
final class AtomicFile {

    private AtomicFile() {}

    /** Writes a file in UTF-8, in place of the one that may be there. */
    static Path write(final Path file, final String text) throws IOException {
        // Beside the file, so that it is on the same file system; and not a temporary file, which only we could read.
        final Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.writeString(draft, text);
            return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
