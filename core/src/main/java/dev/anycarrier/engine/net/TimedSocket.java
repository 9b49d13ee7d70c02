package dev.anycarrier.engine.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/**
 * A channel as a socket whose every read ends at one deadline, so that dripping bytes cannot extend it, not even inside a
 * TLS record. It is what {@code SSLSocket} is layered on.
 *
 * <p>Reads through {@link SocketChannel#socket()} heed a timeout and, unlike those of a plain {@link Socket}, end when
 * their thread is interrupted: the channel is closed then. Writes have no deadline. They need none, since a whole request
 * fits the send buffer.
 *
 * <p>Used by one thread at a time, {@link #close()} excepted.
 */
final class TimedSocket extends Socket {

    private static final int SEND_BUFFER_BYTES = 2 * RequestWriter.MAXIMUM_BYTES;

    private static final int LONGEST_WAIT_MILLISECONDS =
            (int) TimeUnit.NANOSECONDS.toMillis(ReadWatch.LONGEST_PAUSE_NANOS);
    private static final int FOR_EVER = 0;

    private final SocketChannel channel;
    private final OpenSockets sockets;
    private final WatchedRead reads;
    private final ByteBuffer unasked = ByteBuffer.allocate(1);
    private Deadline deadline;
    private boolean endedByPeer;
    private boolean endedByUs;

    /**
     * Connects.
     *
     * @throws IOException if that fails, also by interruption; the channel is closed then
     */
    TimedSocket(final OpenSockets sockets, final InetSocketAddress address, final Deadline deadline)
            throws IOException {
        super((SocketImpl) null);
        this.sockets = sockets;
        this.channel = sockets.open();
        this.reads = sockets.reads(channel);
        this.deadline = deadline;
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
            channel.socket().connect(address, deadline.millisecondsLeft());
        } catch (final IOException e) {
            close();
            throw e;
        }
    }

    /** Sets when the reads from now on have to be over. */
    void setDeadline(final Deadline newDeadline) {
        this.deadline = newDeadline;
    }

    /** Whether the other end closed or broke the connection. */
    boolean endedByPeer() {
        return endedByPeer;
    }

    /** Whether the deadline, an interruption or the closing of the client ended it in the middle of a read or write. */
    boolean endedByUs() {
        return endedByUs;
    }

    private IOException ended(final IOException failure) {
        endedByPeer |= failure instanceof SocketException && channel.isOpen();
        endedByUs |= !endedByPeer;
        return failure;
    }

    /** Whether the connection stands and nothing has come in that nobody asked for. Does not wait; a byte may be lost. */
    boolean isQuiet() {
        try {
            channel.configureBlocking(false);
            final boolean quiet = channel.read(unasked) == 0;
            channel.configureBlocking(true);
            return quiet;
        } catch (final IOException e) {
            return false;
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new TimedInput(channel.socket().getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new NotingOutput(channel.socket().getOutputStream());
    }

    /** Closes the connection at once, without a farewell. Idempotent. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void close() {
        sockets.close(channel);
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public InetAddress getInetAddress() {
        return channel.socket().getInetAddress();
    }

    @Override
    public int getPort() {
        return channel.socket().getPort();
    }

    @Override
    public void shutdownInput() throws IOException {
        channel.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public boolean isInputShutdown() {
        return channel.socket().isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return channel.socket().isOutputShutdown();
    }

    /** Without effect: the deadline rules. */
    @Override
    public void setSoTimeout(final int milliseconds) {}

    @Override
    public int getSoTimeout() {
        return 0;
    }

    /** Gives each read what is left of the time. */
    private final class TimedInput extends InputStream {

        private final InputStream source;

        TimedInput(final InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            final byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(final byte[] into, final int offset, final int length) throws IOException {
            try {
                final int left = deadline.millisecondsLeft();
                final int count =
                        reads.begin(deadline.at()) ? watched(into, offset, length) : timed(into, offset, length, left);
                endedByPeer |= count < 0;
                return count;
            } catch (final IOException e) {
                throw ended(e);
            }
        }

        private int watched(final byte[] into, final int offset, final int length) throws IOException {
            final int count;
            try {
                channel.socket().setSoTimeout(FOR_EVER);
                count = source.read(into, offset, length);
            } catch (final IOException e) {
                throw reads.end() ? e : endedByWatch();
            }
            if (!reads.end()) {
                throw endedByWatch();
            }
            return count;
        }

        private IOException endedByWatch() {
            return Thread.currentThread().isInterrupted()
                    ? new InterruptedIOException()
                    : new SocketTimeoutException("the deadline has passed");
        }

        /** For where there is no thread to be had that watches. */
        private int timed(final byte[] into, final int offset, final int length, final int first) throws IOException {
            for (int left = first; ; left = deadline.millisecondsLeft()) {
                channel.socket().setSoTimeout(Math.min(left, LONGEST_WAIT_MILLISECONDS));
                try {
                    return source.read(into, offset, length);
                } catch (final SocketTimeoutException e) {
                    requireMore(left, e);
                }
            }
        }

        private void requireMore(final int left, final SocketTimeoutException timeout) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException();
            }
            if (left <= LONGEST_WAIT_MILLISECONDS) {
                throw timeout;
            }
        }

        @Override
        public int available() throws IOException {
            return source.available();
        }

        @Override
        public void close() {
            TimedSocket.this.close();
        }
    }

    /** Notes who ended it when a write fails. */
    private final class NotingOutput extends OutputStream {

        private final OutputStream sink;

        NotingOutput(final OutputStream sink) {
            this.sink = sink;
        }

        @Override
        public void write(final int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(final byte[] from, final int offset, final int length) throws IOException {
            try {
                sink.write(from, offset, length);
            } catch (final IOException e) {
                throw ended(e);
            }
        }

        @Override
        public void close() {
            TimedSocket.this.close();
        }
    }
}
