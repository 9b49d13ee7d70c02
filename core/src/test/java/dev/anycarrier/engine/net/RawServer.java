package dev.anycarrier.engine.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** A server on loopback that does on each connection what it is told to, byte by byte, and keeps what it was asked. */
final class RawServer implements AutoCloseable {

    /** What happens on one connection. */
    interface Conversation {
        void hold(Talk talk) throws IOException;
    }

    private final ServerSocket listener;
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> accepted = new ConcurrentLinkedQueue<>();
    private final Semaphore ended = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();

    private RawServer(final ServerSocket listener, final List<Conversation> conversations) {
        this.listener = listener;
        final Thread accepts = new Thread(() -> acceptAll(conversations), "raw-server");
        accepts.start();
        threads.add(accepts);
    }

    /** A server whose first connection goes as the first conversation, and so on; the last is for all that follow. */
    static RawServer start(final Conversation... conversations) throws IOException {
        return new RawServer(listen(ServerSocketFactory.getDefault()), List.of(conversations));
    }

    /** A server that speaks TLS from the first byte. */
    static RawServer secure(final SSLContext context, final Conversation... conversations) throws IOException {
        return new RawServer(listen(context.getServerSocketFactory()), List.of(conversations));
    }

    /** A server that speaks TLS, and only to those who show a certificate that it trusts. */
    static RawServer secureAskingForCertificate(final SSLContext context, final Conversation... conversations)
            throws IOException {
        final SSLServerSocket listener = (SSLServerSocket) listen(context.getServerSocketFactory());
        listener.setNeedClientAuth(true);
        return new RawServer(listener, List.of(conversations));
    }

    /** A server that gives this answer to every request. */
    static RawServer answering(final String answer) throws IOException {
        return start(talk -> talk.answerAll(answer));
    }

    URI uri(final String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    URI secureUri(final String host, final String path) {
        return URI.create("https://" + host + ":" + port() + path);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Every request read so far, head and body, in order. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** How many connections there have been. */
    int connections() {
        return accepted.size();
    }

    /** Waits until so many requests have been read. */
    void awaitRequests(final int count) {
        while (requests.size() < count) {
            Thread.onSpinWait();
        }
    }

    /** Waits until so many conversations are over, one way or the other. */
    void awaitConversations(final int count) throws InterruptedException {
        ended.acquire(count);
        ended.release(count);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (final Socket socket : accepted) {
            socket.close();
        }
        final List<Thread> started;
        synchronized (threads) {
            started = List.copyOf(threads);
        }
        try {
            for (final Thread thread : started) {
                thread.join();
            }
        } catch (final InterruptedException e) {
            throw new IllegalStateException("a test's own thread was interrupted", e);
        }
    }

    private static ServerSocket listen(final ServerSocketFactory factory) throws IOException {
        return factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private void acceptAll(final List<Conversation> conversations) {
        final Iterator<Conversation> next = conversations.iterator();
        @Nullable Conversation current = null;
        try {
            while (true) {
                final Socket socket = listener.accept();
                accepted.add(socket);
                current = next.hasNext() || current == null ? next.next() : current;
                final Conversation conversation = current;
                final Thread thread = new Thread(() -> converse(socket, conversation), "raw-server-talk");
                synchronized (threads) {
                    threads.add(thread);
                }
                thread.start();
            }
        } catch (final IOException e) {
            // Closed.
        }
    }

    private void converse(final Socket socket, final Conversation conversation) {
        try (socket) {
            conversation.hold(new Talk(socket, requests));
        } catch (final IOException | UncheckedIOException e) {
            // The client went away, or the test is over.
        } finally {
            ended.release();
        }
    }
}
