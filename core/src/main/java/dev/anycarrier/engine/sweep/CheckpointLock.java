package dev.anycarrier.engine.sweep;

import dev.anycarrier.call.InvalidStateException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** Keeps a checkpoint to one sweep, by a lock on a file beside it, since the checkpoint itself is replaced now and then. */
final class CheckpointLock {

    private final RandomAccessFile file;

    private CheckpointLock(final RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Takes the lock, without waiting.
     *
     * @throws InvalidStateException if another sweep has it
     */
    static CheckpointLock take(final Path checkpoint) {
        final Path path = checkpoint.resolveSibling(checkpoint.getFileName() + ".lock");
        try {
            PrivateFile.create(path);
            final RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            if (!lock(file)) {
                file.close();
                throw new InvalidStateException(
                        checkpoint, "another sweep is using it", "wait for its end, or name another file");
            }
            return new CheckpointLock(file);
        } catch (final IOException e) {
            throw new InvalidStateException(
                    path, "it cannot be locked", "see whether you may write there and the file system has locks");
        }
    }

    /** Gives the lock back. */
    void release() {
        try {
            file.close();
        } catch (final IOException e) {
            // The system releases it with the process at the latest, and nothing was written to this file.
            return;
        }
    }

    private static boolean lock(final RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock() != null;
        } catch (final OverlappingFileLockException e) {
            return false;
        }
    }
}
