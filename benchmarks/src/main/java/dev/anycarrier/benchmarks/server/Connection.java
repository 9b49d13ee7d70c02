package dev.anycarrier.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One client's connection: its requests are answered in order, and while one waits for its time none is read. */
final class Connection {

    private static final int LONGEST_REQUEST = 8192;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Answers answers;
    private final Deadlines deadlines;
    private final Batch batch;
    private final byte[] bytes = new byte[LONGEST_REQUEST];
    private final ByteBuffer in = ByteBuffer.wrap(bytes);
    private @Nullable Answer delayed;
    private long due;
    private @Nullable ByteBuffer unsent;

    Connection(
            final SocketChannel channel,
            final SelectionKey key,
            final Answers answers,
            final Deadlines deadlines,
            final Batch batch) {
        this.channel = channel;
        this.key = key;
        this.answers = answers;
        this.deadlines = deadlines;
        this.batch = batch;
    }

    /** When the answer that waits is due, in {@link System#nanoTime()}. */
    long due() {
        return due;
    }

    /** Does what the selector says can be done. */
    void ready() {
        try {
            if (unsent != null) {
                sendRest(unsent);
                return;
            }
            if (channel.read(in) < 0) {
                close();
                return;
            }
            answer();
        } catch (final IOException e) {
            close();
        }
    }

    /** Sends the answer that has waited long enough, and goes on. */
    void becomesDue() {
        final Answer answer = delayed;
        if (answer == null || !key.isValid()) {
            return;
        }
        delayed = null;
        try {
            unsent = batch.send(answer.take(), channel);
            answer();
        } catch (final IOException e) {
            close();
        }
    }

    private void answer() throws IOException {
        int begin = 0;
        while (delayed == null && unsent == null) {
            final int head = RequestHead.end(bytes, begin, in.position());
            if (head < 0) {
                break;
            }
            final int end = head + RequestHead.bodyLength(bytes, begin, head);
            if (end > in.position()) {
                break;
            }
            answer(begin, head);
            begin = end;
        }
        if (unsent == null) {
            unsent = batch.flush(channel);
        }
        in.flip().position(begin);
        in.compact();
        if (!in.hasRemaining() && delayed == null && unsent == null) {
            throw new IOException("a request of more than " + LONGEST_REQUEST + " bytes");
        }
        listen();
    }

    private void answer(final int begin, final int head) throws IOException {
        final int target = RequestHead.space(bytes, begin, head) + 1;
        final Answer answer = answers.of(bytes, target, RequestHead.space(bytes, target, head));
        if (answer.delayNanos() == 0) {
            unsent = batch.add(answer.take(), channel);
        } else {
            delayed = answer;
            due = System.nanoTime() + answer.delayNanos();
            deadlines.add(this, answer.delayNanos());
        }
    }

    private void sendRest(final ByteBuffer rest) throws IOException {
        channel.write(rest);
        if (!rest.hasRemaining()) {
            unsent = null;
            answer();
        }
    }

    /** Goes on listening while an answer waits: to stop and start again would cost as much as to answer. */
    private void listen() {
        final int interest = unsent != null ? SelectionKey.OP_WRITE : in.hasRemaining() ? SelectionKey.OP_READ : 0;
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    private void close() {
        key.cancel();
        try {
            channel.close();
        } catch (final IOException e) {
            // It is gone either way.
            delayed = null;
        }
    }
}
