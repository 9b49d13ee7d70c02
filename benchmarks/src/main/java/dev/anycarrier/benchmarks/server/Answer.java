package dev.anycarrier.benchmarks.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What is answered to requests whose target begins with a prefix, ready to be sent, and how often it has been. */
final class Answer {

    private final byte[] prefix;
    private final ByteBuffer bytes;
    private final long delayNanos;
    private long count;

    private Answer(final byte[] prefix, final ByteBuffer bytes, final long delayNanos) {
        this.prefix = prefix;
        this.bytes = bytes;
        this.delayNanos = delayNanos;
    }

    static Answer of(final String prefix, final ByteBuffer bytes, final long delayMillis) {
        return new Answer(
                prefix.getBytes(StandardCharsets.US_ASCII), bytes, TimeUnit.MILLISECONDS.toNanos(delayMillis));
    }

    /** The whole answer with its head, outside the heap. */
    static ByteBuffer whole(final String status, final String type, final byte[] body) {
        final byte[] head = ("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(head.length + body.length)
                .put(head)
                .put(body)
                .flip();
    }

    boolean isFor(final byte[] from, final int begin, final int end) {
        if (end - begin < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (from[begin + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** The shared bytes, from the first one: whoever takes them has done with them before the next one does. */
    ByteBuffer take() {
        count++;
        return bytes.rewind();
    }

    int length() {
        return bytes.limit();
    }

    int prefixLength() {
        return prefix.length;
    }

    String prefix() {
        return new String(prefix, StandardCharsets.US_ASCII);
    }

    long delayNanos() {
        return delayNanos;
    }

    long count() {
        return count;
    }
}
