package dev.anycarrier.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Gathers short answers, so that requests that came together are answered together. One is shared by all connections,
 * each of which leaves it empty; what a socket does not take is given back.
 */
final class Batch {

    private static final int CAPACITY = 1 << 16;
    private static final int SHORT = 1 << 12;

    private final ByteBuffer gathered = ByteBuffer.allocateDirect(CAPACITY);

    /** Takes an answer, to be sent by {@link #flush} at the latest. */
    @Nullable
    ByteBuffer add(final ByteBuffer answer, final SocketChannel to) throws IOException {
        if (answer.remaining() <= gathered.remaining() && answer.remaining() <= SHORT) {
            gathered.put(answer);
            return null;
        }
        final ByteBuffer before = flush(to);
        if (before == null) {
            return send(answer, to);
        }
        return ByteBuffer.allocate(before.remaining() + answer.remaining())
                .put(before)
                .put(answer)
                .flip();
    }

    /** Sends an answer at once. */
    @Nullable
    ByteBuffer send(final ByteBuffer answer, final SocketChannel to) throws IOException {
        to.write(answer);
        return answer.hasRemaining() ? answer.duplicate() : null;
    }

    /** Sends what was gathered. */
    @Nullable
    ByteBuffer flush(final SocketChannel to) throws IOException {
        if (gathered.position() == 0) {
            return null;
        }
        gathered.flip();
        try {
            to.write(gathered);
            return gathered.hasRemaining()
                    ? ByteBuffer.allocate(gathered.remaining()).put(gathered).flip()
                    : null;
        } finally {
            gathered.clear();
        }
    }
}
