package dev.anycarrier.engine.sweep;

import dev.anycarrier.call.InvalidStateException;
import dev.anycarrier.engine.sweep.SweepPlan.CheckpointPlace;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a sweep has acknowledged, in a file: a log that is appended to, and rewritten when it has grown. What has been
 * appended outlives the process; a power failure may take back the last of it, so that these SIMs are asked about again.
 * Not thread-safe, but for {@link #wasAcknowledged}.
 *
 * <p>Files are written by streams, not by channels: an interrupted thread would close a channel in the middle of a line.
 */
final class Checkpoint {

    private static final long REWRITE_AT = 4 << 20;

    private final Path file;
    private final String identity;
    private final String accounts;
    private final CheckpointLock lock;
    private final Map<String, Acknowledged> before = new TreeMap<>();
    private final Map<String, Acknowledged> now;
    private final OptionalLong complete;
    private FileOutputStream output;
    private long length;
    private long rewriteAt = REWRITE_AT;
    private boolean closed;

    private Checkpoint(
            final CheckpointPlace place, final Collection<String> accounts, final CheckpointLock lock, final Path file)
            throws IOException {
        this.file = file;
        this.lock = lock;
        this.identity = CheckpointLine.digest(place.identity());
        this.accounts = CheckpointLine.digest(String.join(" ", new TreeSet<>(accounts)));
        if (!Files.exists(file) || Files.size(file) == 0) {
            this.now = new TreeMap<>();
            this.complete = OptionalLong.empty();
            this.output = rewritten();
            return;
        }
        final CheckpointContent content = CheckpointContent.read(file);
        if (!content.identity().equals(identity)) {
            throw new InvalidStateException(
                    file, "it is of a sweep of another input", "give that input, or remove it to begin anew");
        }
        final boolean otherAccounts =
                content.accounts().map(digest -> !digest.equals(this.accounts)).orElse(true);
        this.now = content.lanes();
        if (otherAccounts) {
            now.remove(Lane.UNKNOWN_ACCOUNTS);
        }
        this.complete = otherAccounts ? OptionalLong.empty() : content.complete();
        now.forEach((lane, acknowledged) -> before.put(lane, acknowledged.copy()));
        this.output = resumed(content.length());
        if (otherAccounts) {
            append(CheckpointLine.of(CheckpointLine.ACCOUNTS, this.accounts));
        }
    }

    /**
     * Opens a checkpoint, or begins one.
     *
     * @param accounts the names of the accounts that there are
     * @throws InvalidStateException if it is damaged, foreign, of another input, in use, or cannot be written
     */
    static Checkpoint open(final CheckpointPlace place, final Collection<String> accounts) {
        final Path file = place.file().toAbsolutePath();
        final CheckpointLock lock = CheckpointLock.take(file);
        boolean opened = false;
        try {
            final Checkpoint checkpoint = new Checkpoint(place, accounts, lock, file);
            opened = true;
            return checkpoint;
        } catch (final IOException e) {
            throw unwritable(file);
        } finally {
            if (!opened) {
                lock.release();
            }
        }
    }

    /** How many SIMs the sweep had if it was complete when this was opened. */
    OptionalLong complete() {
        return complete;
    }

    /** Whether a SIM was acknowledged before this was opened, in its lane or when its account was still known. */
    boolean wasAcknowledged(final String lane, final String account, final long position) {
        return wasAcknowledged(lane, position)
                || (lane.equals(Lane.UNKNOWN_ACCOUNTS) && wasAcknowledged(account, position));
    }

    /**
     * Keeps that a lane's SIMs at the positions from the first (inclusive) to the second (exclusive) are acknowledged.
     *
     * @throws InvalidStateException if it cannot be written
     */
    void append(final String lane, final long from, final long to) {
        final Acknowledged acknowledged = now.computeIfAbsent(lane, name -> new Acknowledged());
        if (from > 0 && !acknowledged.hasRoom(to)) {
            throw new InvalidStateException(
                    file, "too many SIMs lie between those that were skipped", "sweep fewer SIMs at a time");
        }
        acknowledged.add(from, to);
        try {
            append(CheckpointLine.ofLane(lane, from, to));
            if (length > rewriteAt) {
                output.close();
                output = rewritten();
            }
        } catch (final IOException e) {
            throw unwritable(file);
        }
    }

    /**
     * Keeps that the sweep is complete.
     *
     * @param count how many SIMs it had
     * @throws InvalidStateException if it cannot be written
     */
    void complete(final long count) {
        try {
            append(CheckpointLine.of(CheckpointLine.COMPLETE, Long.toString(count)));
            output.getFD().sync();
        } catch (final IOException e) {
            throw unwritable(file);
        }
    }

    /** Lets others use it. Idempotent. */
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            output.close();
        } catch (final IOException e) {
            // Every line has been written before, or the sweep ended by that failure.
            return;
        } finally {
            lock.release();
        }
    }

    private boolean wasAcknowledged(final String lane, final long position) {
        final Acknowledged acknowledged = before.get(lane);
        return acknowledged != null && acknowledged.contains(position);
    }

    private void append(final byte[] line) throws IOException {
        output.write(line);
        length += line.length;
    }

    /** Goes on behind the last whole line. */
    private FileOutputStream resumed(final long wholeLines) throws IOException {
        if (wholeLines < Files.size(file)) {
            try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
                torn.setLength(wholeLines);
            }
        }
        length = wholeLines;
        return new FileOutputStream(file.toFile(), true);
    }

    /** Writes all of it anew beside the file and puts it in its place, so that at no moment there is half a file. */
    private FileOutputStream rewritten() throws IOException {
        final Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        PrivateFile.create(fresh);
        try (FileOutputStream written = new FileOutputStream(fresh.toFile())) {
            written.write(everything());
            written.getFD().sync();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        length = Files.size(file);
        rewriteAt = Math.max(REWRITE_AT, 2 * length);
        return new FileOutputStream(file.toFile(), true);
    }

    private byte[] everything() {
        final var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(CheckpointLine.first());
        bytes.writeBytes(CheckpointLine.of(CheckpointLine.IDENTITY, identity));
        bytes.writeBytes(CheckpointLine.of(CheckpointLine.ACCOUNTS, accounts));
        now.forEach((lane, acknowledged) ->
                acknowledged.ranges((from, to) -> bytes.writeBytes(CheckpointLine.ofLane(lane, from, to))));
        return bytes.toByteArray();
    }

    private static InvalidStateException unwritable(final Path file) {
        return new InvalidStateException(
                file, "it cannot be written", "see whether the disk is full and the file may be written");
    }
}
