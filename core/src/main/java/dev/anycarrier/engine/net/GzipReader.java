package dev.anycarrier.engine.net;

import dev.anycarrier.spi.UsageException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses a gzip file (RFC 1952) of exactly one member with nothing behind it, up to a bound. The JDK's stream
 * ignores what follows the member.
 */
final class GzipReader {

    private static final int HEADER_BYTES = 10;
    private static final int TRAILER_BYTES = 8;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 1 << 1;
    private static final int EXTRA_FIELD = 1 << 2;
    private static final int FILE_NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0b1110_0000;

    private final byte[] compressed;
    private final Peer peer;
    private int next;

    private GzipReader(final byte[] compressed, final Peer peer) {
        this.compressed = compressed;
        this.peer = peer;
    }

    static byte[] read(final byte[] compressed, final int bound, final Peer peer) {
        final GzipReader reader = new GzipReader(compressed, peer);
        reader.skipHeader();
        final byte[] content = reader.inflate(bound);
        reader.checkTrailer(content);
        return content;
    }

    private void skipHeader() {
        if (compressed.length < HEADER_BYTES + TRAILER_BYTES
                || byteAt(0) != 0x1f
                || byteAt(1) != 0x8b
                || byteAt(2) != DEFLATE
                || (byteAt(3) & RESERVED) != 0) {
            throw broken();
        }
        final int flags = byteAt(3);
        next = HEADER_BYTES;
        if ((flags & EXTRA_FIELD) != 0) {
            next += 2 + byteAt(next) + 256 * byteAt(next + 1);
        }
        if ((flags & FILE_NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            next += 2;
        }
    }

    private void skipText() {
        while (byteAt(next) != 0) {
            next++;
        }
        next++;
    }

    private byte[] inflate(final int bound) {
        final Inflater inflater = new Inflater(true);
        try {
            if (next > compressed.length) {
                throw broken();
            }
            inflater.setInput(compressed, next, compressed.length - next);
            // One byte more than allowed, to tell a body that just fits from one that does not.
            final BodyBuffer content = new BodyBuffer(bound + 1, 4L * compressed.length);
            while (!inflater.finished()) {
                final byte[] room = content.makeRoom();
                final int count = inflater.inflate(room, content.length(), room.length - content.length());
                if (count == 0 && !inflater.finished()) {
                    throw broken();
                }
                content.added(count);
                if (content.length() > bound) {
                    throw peer.sentMoreThan(bound, "bytes of decompressed body");
                }
            }
            next = compressed.length - inflater.getRemaining();
            return content.toBytes();
        } catch (final DataFormatException e) {
            throw broken();
        } finally {
            inflater.end();
        }
    }

    private void checkTrailer(final byte[] content) {
        final CRC32 checksum = new CRC32();
        checksum.update(content);
        if (compressed.length - next != TRAILER_BYTES
                || number(next) != (int) checksum.getValue()
                || number(next + 4) != content.length) {
            throw broken();
        }
    }

    private int number(final int at) {
        return byteAt(at) | byteAt(at + 1) << 8 | byteAt(at + 2) << 16 | byteAt(at + 3) << 24;
    }

    private int byteAt(final int index) {
        if (index >= compressed.length) {
            throw broken();
        }
        return compressed[index] & 0xff;
    }

    private UsageException broken() {
        return peer.sent("a gzip body that is cut off, damaged or followed by something else");
    }
}
