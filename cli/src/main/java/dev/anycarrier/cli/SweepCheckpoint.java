package dev.anycarrier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file from which a sweep can be resumed; there may be none. */
final class SweepCheckpoint {

    private static final String SUFFIX = ".sweep";

    private final Optional<Path> file;
    private final boolean resumed;

    private SweepCheckpoint(final Optional<Path> file, final boolean resumed) {
        this.file = file;
        this.resumed = resumed;
    }

    /**
     * The checkpoint that was named, else the one beside the input.
     *
     * @throws UsageError if there is nothing to resume, or an earlier sweep that should be
     */
    static SweepCheckpoint choose(final Optional<Path> named, final Optional<Path> input, final boolean resume) {
        final Optional<Path> file = named.or(() -> input.map(path -> path.resolveSibling(path.getFileName() + SUFFIX)));
        if (resume && file.isEmpty()) {
            throw new UsageError("--resume needs --checkpoint FILE where the SIMs do not come from a file");
        }
        final boolean there = file.filter(Files::exists).isPresent();
        if (resume && !there) {
            throw new UsageError("there is nothing to resume: no " + file.orElseThrow() + " was left behind");
        }
        if (!resume && there) {
            throw new UsageError(file.orElseThrow() + " was left by a sweep that has not ended: go on with --resume,"
                    + " or remove it to begin anew");
        }
        return new SweepCheckpoint(file, resume);
    }

    /** Where it is. */
    Optional<Path> file() {
        return file;
    }

    /** Whether the sweep goes on from it. */
    boolean isResumed() {
        return resumed;
    }

    /** How to go on from it. */
    String advice() {
        return file.isPresent()
                ? "to go on, repeat the command with --resume"
                : "without --checkpoint it cannot be resumed";
    }

    /** Removes it: the sweep is over. */
    void remove() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}
