package dev.anycarrier.testkit.fault;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One accepted connection: what the steps of a script act upon. Used by one thread, closed by any. */
final class Connection implements AutoCloseable {

    private static final int TLS_RECORD_HEADER = 5;

    private final int number;
    private final Socket accepted;
    private final CountDownLatch closing;
    private final Consumer<ReceivedRequest> requests;
    private Socket socket;
    private RequestReader reader;

    Connection(
            final int number,
            final Socket accepted,
            final CountDownLatch closing,
            final Consumer<ReceivedRequest> requests)
            throws IOException {
        this.number = number;
        this.accepted = accepted;
        this.closing = closing;
        this.requests = requests;
        this.socket = accepted;
        this.reader = new RequestReader(accepted.getInputStream(), number);
        accepted.setTcpNoDelay(true);
    }

    /** Runs the script; whatever the client sends after its end is recorded and not answered. */
    void run(final Script script) throws IOException, InterruptedException {
        for (final Step step : script.steps()) {
            step.run(this);
        }
        stall();
    }

    ReceivedRequest readRequest() throws IOException {
        final ReceivedRequest request = reader.read();
        requests.accept(request);
        return request;
    }

    void readHead() throws IOException {
        requests.accept(reader.readHead());
    }

    void readTlsRecord() throws IOException {
        final InputStream input = socket.getInputStream();
        final byte[] header = input.readNBytes(TLS_RECORD_HEADER);
        if (header.length < TLS_RECORD_HEADER) {
            throw new EOFException("the client left before it spoke TLS");
        }
        input.skipNBytes(((header[3] & 0xff) << 8) + (header[4] & 0xff));
    }

    void write(final byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    void write(final byte[] bytes, final int start, final int length) throws IOException {
        final OutputStream output = socket.getOutputStream();
        output.write(bytes, start, length);
        output.flush();
    }

    /** Waits, or ends the script at once when the server is closed. */
    void pause(final Duration time) throws InterruptedException {
        if (closing.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("the server is being closed");
        }
    }

    /** Records requests without answering, until the client leaves. */
    void stall() throws IOException {
        while (!accepted.isClosed()) {
            readRequest();
        }
    }

    /** Reads anything without recording it, until the client leaves. */
    void ignore() throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    void handshake(final KeyMaterial keys, final String... applicationProtocols) throws IOException {
        final SSLSocket secure = (SSLSocket)
                keys.serverContext().getSocketFactory().createSocket(accepted, InputStream.nullInputStream(), true);
        final SSLParameters parameters = secure.getSSLParameters();
        parameters.setApplicationProtocols(applicationProtocols);
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        socket = secure;
        reader = new RequestReader(secure.getInputStream(), number);
    }

    void reset() throws IOException {
        accepted.setSoLinger(true, 0);
        accepted.close();
    }

    /** Ends the TCP connection; a TLS session on it gets no farewell. */
    void cut() throws IOException {
        accepted.close();
    }

    /** Ends the session as it should be ended. */
    void finish() throws IOException {
        socket.close();
    }

    /** Drops the connection, from any thread. */
    @Override
    public void close() throws IOException {
        accepted.close();
    }
}
