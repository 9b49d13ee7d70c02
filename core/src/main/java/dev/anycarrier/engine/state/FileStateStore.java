package dev.anycarrier.engine.state;

import dev.anycarrier.call.InvalidStateException;
import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A store in one file of the default file system, to which entries are appended.
 *
 * <p>What was appended outlives the process, however it ends; it may not outlive a power cut, since nothing waits for the
 * disk. Only the owner can read the file, and one store alone can have it open. What can no longer matter is dropped when
 * the file is opened and whenever it is large and has doubled: values after 30 days or when there is a newer one, requests
 * after 25 hours (no limit may count further back), holds when they are over.
 *
 * <p>Memory does not grow with the file while it is in use; opening and compacting it take about 24 bytes for each SIM and
 * request. Thread-safe, and not disturbed by interrupts.
 */
public final class FileStateStore implements StateStore {

    /** A smaller file is not compacted while it is in use. */
    static final long LARGE = 16 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Path file;
    private final StateLock place;
    private final InstantSource clock;
    private final long large;
    private FileOutputStream out;
    private long size;
    private long compacted;
    private @Nullable String failure;
    private boolean closed;

    private FileStateStore(final Path file, final StateLock place, final InstantSource clock, final long large)
            throws IOException {
        this.file = file;
        this.place = place;
        this.clock = clock;
        this.large = large;
        this.out = new FileOutputStream(file.toFile(), true);
        this.size = Files.size(file);
        this.compacted = size;
    }

    /**
     * Opens a file; one that is missing is made, and its folder too.
     *
     * @param file a path of the default file system
     * @param clock tells what is too old to matter
     * @throws InvalidStateException if it cannot be used: damaged anywhere but in a last line that was not written to its
     *     end, foreign, of a newer version, accessible to others, somebody else's, in use, or not readable and writable
     */
    public static FileStateStore open(final Path file, final InstantSource clock) {
        return open(file, clock, LARGE);
    }

    static FileStateStore open(final Path file, final InstantSource clock, final long large) {
        try {
            final Path path = PrivateFile.located(file);
            final StateLock place = StateLock.take(path);
            boolean opened = false;
            try {
                prepare(path, clock);
                final FileStateStore store = new FileStateStore(path, place, clock, large);
                opened = true;
                return store;
            } finally {
                if (!opened) {
                    place.close();
                }
            }
        } catch (final IOException failed) {
            throw new InvalidStateException(
                    file, FailureText.of(failed), "make it and its folder readable and writable, or name another file");
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidStateException if the file was damaged since it was opened
     */
    @Override
    public void restore(final String account, final Consumer<StateEntry> each) {
        final byte[] start = EntryCodec.start(account).getBytes(StandardCharsets.US_ASCII);
        try (LogReader reader = reader()) {
            StateLog.read(file, reader, line -> isOf(start, line), line -> each.accept(line.entry()));
        } catch (final IOException failed) {
            throw unavailable("read", FailureText.of(failed));
        }
    }

    @Override
    public void append(final String account, final StateEntry entry) {
        final byte[] line = LogLine.of(EntryCodec.write(account, entry));
        if (line.length > LogLine.LONGEST) {
            throw unavailable("written", "the entry is longer than any may be");
        }
        lock.lock();
        try {
            requireUsable();
            write(line);
            if (size > large && size > 2 * compacted) {
                compact();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                out.close();
                place.close();
            }
        } catch (final IOException harmless) {
            // Nothing is buffered, and the end of the process lets go of the rest.
            failure = FailureText.of(harmless);
        } finally {
            lock.unlock();
        }
    }

    private static void prepare(final Path file, final InstantSource clock) throws IOException {
        if (Files.exists(file)) {
            final Path own = StateLog.next(file);
            PrivateFile.create(own);
            try {
                PrivateFile.requireOwn(file, own);
            } finally {
                Files.deleteIfExists(own);
            }
        }
        StateLog.compact(file, clock.instant());
    }

    /** A file that takes the place of this one later leaves the open one as it is. */
    private LogReader reader() throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new IOException("it is closed");
            }
            return LogReader.open(file, size);
        } finally {
            lock.unlock();
        }
    }

    private void write(final byte[] line) {
        try {
            out.write(line);
            size += line.length;
        } catch (final IOException failed) {
            // Part of the line may stand there: another behind it would be damage.
            failure = FailureText.of(failed);
            throw unavailable("written", failure);
        }
    }

    /** What was appended is safe either way: for want of space the larger file is used on. */
    private void compact() {
        try {
            out.close();
            shrink();
            out = new FileOutputStream(file.toFile(), true);
            size = Files.size(file);
            compacted = size;
        } catch (final IOException failed) {
            failure = FailureText.of(failed);
        }
    }

    private void shrink() {
        try {
            StateLog.compact(file, clock.instant());
        } catch (final IOException triedAgainWhenTwiceAsLarge) {
            compacted = size;
        } catch (final InvalidStateException damaged) {
            failure = String.valueOf(damaged.getMessage());
        }
    }

    private void requireUsable() {
        if (closed) {
            throw unavailable("written", "it is closed");
        }
        if (failure != null) {
            throw unavailable("written", failure);
        }
    }

    private UsageException unavailable(final String how, final String why) {
        return UsageException.unavailable(
                        UnavailableCause.LOCAL,
                        "the state file could not be " + how + ": " + why + " (" + file
                                + "); open it again when that is put right")
                .retryable(false)
                .build();
    }

    private static boolean isOf(final byte[] start, final byte[] line) {
        return line.length > LogLine.JSON_START + start.length
                && Arrays.equals(line, LogLine.JSON_START, LogLine.JSON_START + start.length, start, 0, start.length);
    }
}
