package dev.anycarrier.engine.net;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** A connection to one origin, secured if its scheme asks for it. Used by one thread at a time. */
final class Connection {

    private final Origin origin;
    private final TimedSocket socket;
    private final InputBuffer input;
    private final OutputStream output;
    private final boolean plain;

    /**
     * A connection that stands.
     *
     * @param socket its bytes on the wire, and so its time
     * @param layer where requests are written and answers read: the socket, or TLS on top of it
     */
    Connection(final Origin origin, final TimedSocket socket, final Socket layer) throws IOException {
        this.origin = origin;
        this.socket = socket;
        this.input = new InputBuffer(layer.getInputStream(), Peer.of(origin));
        this.output = layer.getOutputStream();
        this.plain = layer == socket;
    }

    Origin origin() {
        return origin;
    }

    InputBuffer input() {
        return input;
    }

    /** Writes a request in one piece; the reading of its answer has to be over by the deadline. */
    void write(final RequestBytes request, final Deadline deadline) throws IOException {
        socket.setDeadline(deadline);
        request.writeTo(output);
    }

    /**
     * Whether all of an answer that was read is over, as far as that can be seen without asking the system: what is still on
     * its way is noticed by {@link #isQuiet} before the connection is used again, unless TLS keeps it.
     */
    boolean isReadOut() {
        return plain ? input.holdsNothing() : input.isEmpty();
    }

    /**
     * Whether it stands and no byte has come in that nobody asked for; to ask before it is used again. What had come before
     * it was given back was looked at then.
     */
    boolean isQuiet() {
        return socket.isQuiet();
    }

    void close() {
        socket.close();
    }
}
