package dev.anycarrier.engine.state;

import dev.anycarrier.call.InvalidStateException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a file for one store alone, until it is closed or the process ends. What is locked is a file beside it, since a
 * compaction puts another in its place.
 */
final class StateLock implements Closeable {

    /** Asking the operating system for what this process already has would give it up: closing the second ends the first. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private StateLock(final Path path, final FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the lock of a file.
     *
     * @throws InvalidStateException if another has it
     */
    static StateLock take(final Path file) throws IOException {
        final Path path = file.resolveSibling(file.getFileName() + ".lock");
        if (!HELD_HERE.add(path)) {
            throw inUse(file, "this process");
        }
        @Nullable FileChannel channel = null;
        boolean taken = false;
        try {
            PrivateFile.createIfMissing(path);
            channel = FileChannel.open(path, StandardOpenOption.WRITE);
            final @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(file, "another process");
            }
            taken = true;
            return new StateLock(path, channel);
        } catch (final OverlappingFileLockException loadedTwice) {
            throw inUse(file, "this process");
        } finally {
            if (!taken) {
                HELD_HERE.remove(path);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD_HERE.remove(path);
        }
    }

    private static InvalidStateException inUse(final Path file, final String by) {
        return new InvalidStateException(
                file,
                "it is in use by " + by + ", and limits are kept only if all requests are counted in one place",
                "wait until that ends, or name another file");
    }
}
