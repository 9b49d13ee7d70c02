package dev.anycarrier.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Serves all connections on one thread. */
final class ServerLoop implements Runnable {

    private static final int BACKLOG = 4096;
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

    /**
     * A selector counts in milliseconds; this is how long the last one is slept at a time. Half as long would take a sixth more
     * of the CPU that those who ask need too.
     */
    private static final long SHORT_SLEEP = TimeUnit.MICROSECONDS.toNanos(100);

    private final Answers answers;
    private final Deadlines deadlines = new Deadlines();
    private final Batch batch = new Batch();
    private final Selector selector;
    private final ServerSocketChannel listening;
    private final Consumer<SelectionKey> ready = this::ready;

    private ServerLoop(final Answers answers, final Selector selector, final ServerSocketChannel listening) {
        this.answers = answers;
        this.selector = selector;
        this.listening = listening;
    }

    /** Listens on a free port of the loopback interface. */
    static ServerLoop open(final Answers answers) throws IOException {
        final ServerSocketChannel listening = ServerSocketChannel.open();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        listening.configureBlocking(false);
        final Selector selector = Selector.open();
        listening.register(selector, SelectionKey.OP_ACCEPT);
        return new ServerLoop(answers, selector, listening);
    }

    int port() {
        return listening.socket().getLocalPort();
    }

    @Override
    public void run() {
        try {
            while (true) {
                select(deadlines.release());
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void select(final long nanos) throws IOException {
        if (nanos == Deadlines.NEVER) {
            selector.select(ready);
        } else if (nanos >= MILLISECOND) {
            selector.select(ready, nanos / MILLISECOND);
        } else if (selector.selectNow(ready) == 0 && nanos > 0) {
            LockSupport.parkNanos(Math.min(nanos, SHORT_SLEEP));
        }
    }

    private void ready(final SelectionKey key) {
        if (key.attachment() instanceof Connection connection) {
            if (key.isValid()) {
                connection.ready();
            }
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            for (SocketChannel channel = listening.accept(); channel != null; channel = listening.accept()) {
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                final SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
                key.attach(new Connection(channel, key, answers, deadlines, batch));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
