package dev.anycarrier.testkit.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A port on loopback that takes no more connections: its backlog is full, and it accepts none. A client's connect gets
 * no answer at all.
 */
public final class FullBacklog implements AutoCloseable {

    private static final int PATIENCE_MILLISECONDS = 100;
    private static final int MOST_CONNECTIONS = 64;

    private final ServerSocket listener;
    private final List<Socket> fillers = new ArrayList<>();

    private FullBacklog(final ServerSocket listener) {
        this.listener = listener;
    }

    /**
     * Opens a port and fills its backlog.
     *
     * @throws IOException if this system lets everyone connect nevertheless
     */
    public static FullBacklog open() throws IOException {
        final FullBacklog full = new FullBacklog(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        try {
            full.fill();
        } catch (final IOException e) {
            full.close();
            throw e;
        }
        return full;
    }

    /** Where nobody gets in. */
    public URI address() {
        return URI.create("http://" + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort());
    }

    /** Closes the port and the connections that filled it. */
    @Override
    public void close() throws IOException {
        for (final Socket filler : fillers) {
            filler.close();
        }
        listener.close();
    }

    private void fill() throws IOException {
        while (fillers.size() < MOST_CONNECTIONS) {
            final Socket filler = new Socket();
            fillers.add(filler);
            try {
                filler.connect(
                        new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()),
                        PATIENCE_MILLISECONDS);
            } catch (final SocketTimeoutException e) {
                return;
            }
        }
        throw new IOException("the backlog does not fill up");
    }
}
