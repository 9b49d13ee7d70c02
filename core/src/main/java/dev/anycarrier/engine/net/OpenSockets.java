package dev.anycarrier.engine.net;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Every socket that is open, so that closing the client ends them all, whoever waits on them. Thread-safe. */
final class OpenSockets {

    private final Set<SocketChannel> channels = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A new socket, not yet connected.
     *
     * @throws ClosedChannelException if all have been closed
     */
    SocketChannel open() throws IOException {
        final SocketChannel channel = SocketChannel.open();
        channels.add(channel);
        if (closed.get()) {
            close(channel);
            throw new ClosedChannelException();
        }
        return channel;
    }

    void close(final SocketChannel channel) {
        channels.remove(channel);
        try {
            channel.close();
        } catch (final IOException e) {
            // There is nothing left to do with it.
        }
    }

    /** Closes all, now and in future; false if that was done before. */
    boolean closeAll() {
        final boolean first = !closed.getAndSet(true);
        channels.forEach(this::close);
        return first;
    }

    boolean isClosed() {
        return closed.get();
    }

    /** How many are open. */
    int count() {
        return channels.size();
    }
}
