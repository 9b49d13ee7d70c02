package dev.anycarrier.engine.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A port on loopback that lets nobody in any more, and does not say so. */
final class FullPort implements AutoCloseable {

    private static final int PATIENCE_MILLISECONDS = 200;

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> waiting = new ArrayList<>();

    FullPort() throws IOException {
        while (true) {
            final Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(listener.getLocalSocketAddress(), PATIENCE_MILLISECONDS);
            } catch (final SocketTimeoutException e) {
                return;
            }
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + number() + "/");
    }

    int number() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (final Socket socket : waiting) {
            socket.close();
        }
        listener.close();
    }
}
