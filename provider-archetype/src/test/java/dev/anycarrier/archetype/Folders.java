package dev.anycarrier.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders with all that is in them. Links are not followed. */
final class Folders {

    private Folders() {}

    /** Copies everything into a folder; what is there already is replaced. */
    static void copy(final Path from, final Path to) throws IOException {
        for (final Path path : below(from)) {
            final Path copy = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Deletes a folder, if it is there. */
    static void delete(final Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (final Path path :
                    below(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> below(final Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        }
    }
}
