package dev.anycarrier.engine.net;

import java.io.IOException;
import java.io.InputStream;

/** The bytes that come in over one connection, read ahead a buffer at a time. Not thread-safe. */
final class InputBuffer {

    /** The size of the buffer, and so the longest line. */
    static final int MAXIMUM_LINE_BYTES = 16 * 1024;

    private final InputStream source;
    private final Peer peer;
    private final byte[] bytes = new byte[MAXIMUM_LINE_BYTES];
    private int next;
    private int end;

    InputBuffer(final InputStream source, final Peer peer) {
        this.source = source;
        this.peer = peer;
    }

    /** Where the bytes come from, to name it in failures. */
    Peer peer() {
        return peer;
    }

    /** Whether every byte that was taken from the source has been read. */
    boolean holdsNothing() {
        return next == end;
    }

    /** Whether every byte that has come in has been read; true only if that is certain. Does not wait. */
    boolean isEmpty() {
        try {
            return holdsNothing() && source.available() == 0;
        } catch (final IOException e) {
            return false;
        }
    }

    /**
     * The next line as Latin-1, without its CR LF. A line that ends otherwise, or holds a control character but the tab,
     * is refused: lenient readers of such lines disagree about where they end (RFC 9112, 2.2).
     *
     * @param when for messages: when the line is missing
     */
    String readLine(final String when) throws IOException {
        final Line line = nextLine(when);
        return line.text(0, line.length());
    }

    /** The same, where it is in this buffer: it lasts until more is read. */
    Line nextLine(final String when) throws IOException {
        int length = 0;
        while (true) {
            for (; next + length < end; length++) {
                final byte current = bytes[next + length];
                final boolean afterReturn = length > 0 && bytes[next + length - 1] == '\r';
                if (current == '\n' && afterReturn) {
                    return take(length - 1);
                }
                if (afterReturn || (isControl(current) && current != '\r')) {
                    throw peer.sent("a line with a control character, or without CR LF at its end");
                }
            }
            fill(when);
        }
    }

    /** Moves as many bytes into the body as are to be had at once, at least one and at most {@code most}. */
    int read(final byte[] into, final int offset, final int most) throws IOException {
        if (next == end) {
            if (most >= bytes.length) {
                return orClosed(source.read(into, offset, most), "in the middle of the body");
            }
            fill("in the middle of the body");
        }
        final int count = Math.min(most, end - next);
        System.arraycopy(bytes, next, into, offset, count);
        next += count;
        return count;
    }

    private Line take(final int length) {
        final Line line = new Line(bytes, next, length);
        next += length + 2;
        return line;
    }

    /** Reads more behind the unread bytes, which it moves to the front. */
    private void fill(final String when) throws IOException {
        System.arraycopy(bytes, next, bytes, 0, end - next);
        end -= next;
        next = 0;
        if (end == bytes.length) {
            throw peer.sentMoreThan(bytes.length, "bytes in one line");
        }
        end += orClosed(source.read(bytes, end, bytes.length - end), when);
    }

    private int orClosed(final int count, final String when) {
        if (count < 0) {
            throw peer.closedConnection(when);
        }
        return count;
    }

    private static boolean isControl(final byte character) {
        return (character >= 0 && character < ' ' && character != '\t') || character == 127;
    }
}
