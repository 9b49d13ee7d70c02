package dev.anycarrier.fuzzing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that are kept beside a fuzz test, where Jazzer finds them too and leaves what it found. */
final class Samples {

    private Samples() {}

    /** By name, so that the same seed draws the same ones. */
    static List<byte[]> of(final Target target) {
        final URL folder = target.fuzzTest()
                .getResource(target.fuzzTest().getSimpleName() + "Inputs/every_input_has_an_end_that_callers_know");
        if (folder == null) {
            throw new AssertionError("no inputs are kept for " + target);
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().map(Samples::content).toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final URISyntaxException e) {
            throw new AssertionError("a folder has an address", e);
        }
    }

    private static byte[] content(final Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
