package dev.anycarrier.engine.state;

import dev.anycarrier.call.InvalidStateException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What can be done with a state file as a whole: check it, read it, and put a smaller one in its place. Stateless. */
final class StateLog {

    private static final int BUFFER = 1 << 16;

    private StateLog() {}

    /** The file that is written before it takes the place of another. */
    static Path next(final Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /**
     * Checks every line, and drops those that no longer matter and a last one that was not written to its end. A file that
     * is missing is made. What is there is replaced in one step: a process killed meanwhile leaves the one or the other.
     *
     * @throws InvalidStateException if anything else is wrong with it
     */
    static void compact(final Path file, final Instant now) throws IOException {
        final Survivors survivors = new Survivors(now);
        final boolean whole = Files.exists(file)
                && read(file, Files.size(file), line -> true, line -> survivors.see(line.account(), line.entry()));
        if (whole && survivors.keepsAll()) {
            return;
        }
        final Path next = next(file);
        PrivateFile.create(next);
        try {
            write(file, survivors, next);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /**
     * Reads entries in the order in which they were written.
     *
     * @param length up to where
     * @param wanted which lines to check and hand over
     * @return whether the file has a header and its last line an end
     * @throws InvalidStateException if anything else is wrong with it
     */
    static boolean read(
            final Path file, final long length, final Predicate<byte[]> wanted, final Consumer<EntryCodec.Line> each)
            throws IOException {
        try (LogReader reader = LogReader.open(file, length)) {
            return read(file, reader, wanted, each);
        }
    }

    /** Reads entries from an open file; {@code file} is for messages. */
    static boolean read(
            final Path file,
            final LogReader reader,
            final Predicate<byte[]> wanted,
            final Consumer<EntryCodec.Line> each)
            throws IOException {
        final byte @Nullable [] header = next(file, reader);
        if (header == null) {
            requireBeginningOfHeader(file, reader.tail());
            return false;
        }
        requireHeader(file, header);
        for (byte @Nullable [] line = next(file, reader); line != null; line = next(file, reader)) {
            if (wanted.test(line)) {
                each.accept(read(file, reader, line));
            }
        }
        return reader.tail().length == 0;
    }

    private static EntryCodec.Line read(final Path file, final LogReader reader, final byte[] line) {
        try {
            return LogLine.read(line);
        } catch (final IllegalArgumentException damage) {
            throw damaged(file, reader, damage);
        }
    }

    private static byte @Nullable [] next(final Path file, final LogReader reader) throws IOException {
        try {
            return reader.next();
        } catch (final IllegalArgumentException damage) {
            throw damaged(file, reader, damage);
        }
    }

    private static void write(final Path file, final Survivors survivors, final Path next) throws IOException {
        try (FileOutputStream out = new FileOutputStream(next.toFile());
                OutputStream buffered = new BufferedOutputStream(out, BUFFER)) {
            buffered.write((LogLine.HEADER + "\n").getBytes(StandardCharsets.US_ASCII));
            copy(file, survivors, buffered);
            buffered.flush();
            // A rename may reach the disk before what it names: a power cut would leave neither the old nor the new
            // file.
            out.getFD().sync();
        }
    }

    private static void copy(final Path file, final Survivors survivors, final OutputStream out) throws IOException {
        if (survivors.lines() == 0) {
            return;
        }
        try (LogReader reader = LogReader.open(file, Long.MAX_VALUE)) {
            reader.next();
            for (int number = 0; number < survivors.lines(); number++) {
                final byte @Nullable [] line = reader.next();
                if (line == null) {
                    throw new IOException("it was cut short by somebody else");
                }
                if (survivors.keeps(number)) {
                    out.write(line);
                    out.write('\n');
                }
            }
        }
    }

    private static void requireBeginningOfHeader(final Path file, final byte[] found) {
        final byte[] header = LogLine.HEADER.getBytes(StandardCharsets.US_ASCII);
        if (found.length > header.length || Arrays.mismatch(found, Arrays.copyOf(header, found.length)) >= 0) {
            throw foreign(file);
        }
    }

    private static void requireHeader(final Path file, final byte[] found) {
        final String header = new String(found, StandardCharsets.ISO_8859_1);
        if (header.equals(LogLine.HEADER)) {
            return;
        }
        if (header.matches(LogLine.NAME + "[1-9][0-9]{0,8}")) {
            throw new InvalidStateException(
                    file,
                    "line 1: it is of version " + header.substring(LogLine.NAME.length())
                            + ", and this program knows version 1 alone",
                    "use the newer program, or name another file");
        }
        throw foreign(file);
    }

    private static InvalidStateException foreign(final Path file) {
        return new InvalidStateException(
                file, "line 1: it does not begin as a state file does", "name another file; this one is left as it is");
    }

    private static InvalidStateException damaged(
            final Path file, final LogReader reader, final IllegalArgumentException damage) {
        return new InvalidStateException(
                file,
                "line " + reader.number() + ": " + damage.getMessage(),
                "move it away to begin without it; what was sent and read before is then not known");
    }
}
