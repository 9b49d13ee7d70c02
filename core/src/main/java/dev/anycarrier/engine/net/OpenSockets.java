package dev.anycarrier.engine.net;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Every socket that is open, so that closing the client ends them all, whoever waits on them. Thread-safe. */
final class OpenSockets {

    private final ReadWatch watch;
    private final Map<SocketChannel, WatchedRead> channels = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** None yet. */
    OpenSockets(final ReadWatch watch) {
        this.watch = watch;
    }

    /**
     * A new socket, not yet connected.
     *
     * @throws ClosedChannelException if all have been closed
     */
    SocketChannel open() throws IOException {
        final SocketChannel channel = SocketChannel.open();
        final WatchedRead reads = new WatchedRead(watch, () -> close(channel));
        channels.put(channel, reads);
        watch.add(reads);
        if (closed.get()) {
            close(channel);
            throw new ClosedChannelException();
        }
        return channel;
    }

    /** What is read from an open socket. */
    WatchedRead reads(final SocketChannel channel) throws IOException {
        final WatchedRead reads = channels.get(channel);
        if (reads == null) {
            throw new ClosedChannelException();
        }
        return reads;
    }

    void close(final SocketChannel channel) {
        final WatchedRead reads = channels.remove(channel);
        if (reads != null) {
            watch.remove(reads);
        }
        try {
            channel.close();
        } catch (final IOException e) {
            // There is nothing left to do with it.
        }
    }

    /** Closes all, now and in future; false if that was done before. */
    boolean closeAll() {
        final boolean first = !closed.getAndSet(true);
        channels.keySet().forEach(this::close);
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
