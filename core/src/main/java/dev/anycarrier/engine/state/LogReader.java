package dev.anycarrier.engine.state;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line, up to a length, in memory of about a line. Not thread-safe. */
final class LogReader implements Closeable {

    private static final int CHUNK = 1 << 16;

    private final InputStream file;
    private final byte[] chunk = new byte[CHUNK];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long left;
    private int from;
    private int to;
    private int number;

    private LogReader(final InputStream file, final long length) {
        this.file = file;
        this.left = length;
    }

    /** Opens the first {@code length} bytes of a file. Not by a channel: an interrupt would close that. */
    static LogReader open(final Path path, final long length) throws IOException {
        return new LogReader(new FileInputStream(path.toFile()), length);
    }

    /**
     * The next line without its end, or null at the end of the file; what stands there without a line end is then the
     * {@link #tail()}.
     *
     * @throws IllegalArgumentException if it is longer than any line may be
     */
    byte @Nullable [] next() throws IOException {
        number++;
        line.reset();
        while (from < to || fill()) {
            final int end = lineEnd();
            line.write(chunk, from, end - from);
            from = end;
            if (line.size() > LogLine.LONGEST) {
                throw new IllegalArgumentException("it is longer than any line may be");
            }
            if (end < to) {
                from++;
                return line.toByteArray();
            }
        }
        return null;
    }

    /** After the last line: what stands behind it without a line end. */
    byte[] tail() {
        return line.toByteArray();
    }

    /** The number of the line that was read last; the first is 1. */
    int number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private int lineEnd() {
        int end = from;
        while (end < to && chunk[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean fill() throws IOException {
        final int read = file.read(chunk, 0, (int) Math.min(CHUNK, left));
        if (read <= 0) {
            return false;
        }
        left -= read;
        from = 0;
        to = read;
        return true;
    }
}
