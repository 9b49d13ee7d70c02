package dev.anycarrier.testkit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.anycarrier.testkit.Ledger.Purpose;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The HTTP/1.1 server under a simulated carrier: on loopback, a thread per connection, bodies of known length only,
 * connections kept until the client or {@link #close()} ends them. Each request is in the {@link Ledger} before its
 * answer is on the wire. Thread-safe.
 *
 * <p>What no route fits is answered with the carrier's 404 and noted as {@link Purpose#UNKNOWN_PATH}. A route that
 * throws is answered with a 500 that repeats the exception, since the author of the simulator is the one who reads it.
 */
public final class SimulatorServer implements AutoCloseable {

    /** The field of a 500's body that repeats the exception which a route has thrown. */
    public static final String FAILURE = "simulator_failed";

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 1024;
    private static final int GRACE_MILLISECONDS = 5_000;

    private final ServerSocket listener;
    private final InstantSource clock;
    private final List<SimulatorRoute> routes;
    private final SimulatorAnswer notFound;
    private final Ledger ledger = new Ledger();
    private final Thread acceptor;
    private final Map<Socket, Thread> connections = new ConcurrentHashMap<>();

    private SimulatorServer(
            final ServerSocket listener,
            final InstantSource clock,
            final List<SimulatorRoute> routes,
            final SimulatorAnswer notFound) {
        this.listener = listener;
        this.clock = clock;
        this.routes = List.copyOf(routes);
        this.notFound = notFound;
        this.acceptor = thread("accepts", this::acceptAll);
    }

    /**
     * Starts to listen.
     *
     * @param options the port and the clock
     * @param routes what is answered, the first that fits
     * @param notFound the answer where none fits
     * @throws UncheckedIOException if the port cannot be had
     */
    public static SimulatorServer start(
            final SimulatorOptions options, final List<SimulatorRoute> routes, final SimulatorAnswer notFound) {
        final ServerSocket listener = listen(options.port());
        final SimulatorServer server = new SimulatorServer(listener, options.clock(), routes, notFound);
        server.acceptor.start();
        return server;
    }

    /** Where it listens, such as {@code http://127.0.0.1:8081}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Every request so far. */
    public Ledger ledger() {
        return ledger;
    }

    /** Stops listening, drops every connection and waits for the threads to end. Idempotent. */
    @Override
    public void close() {
        drop(listener);
        join(acceptor);
        // From here on no connection is added.
        connections.forEach((connection, thread) -> {
            drop(connection);
            join(thread);
        });
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                final Socket connection = listener.accept();
                final Thread thread = thread("serves-" + connection.getPort(), () -> serve(connection));
                connections.put(connection, thread);
                thread.start();
            } catch (final IOException e) {
                // Closed, or a client that was gone before it was accepted.
            }
        }
    }

    private void serve(final Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            new SimulatorConnection(connection.getInputStream(), connection.getOutputStream(), clock, this::answer)
                    .run();
        } catch (final IOException e) {
            // The client went away, or the server was closed: there is nobody left to tell.
        } finally {
            connections.remove(connection);
        }
    }

    private SimulatorAnswer answer(final SimulatorRequest request) {
        for (final SimulatorRoute route : routes) {
            final Optional<Map<String, String>> variables = route.match(request.method(), request.path());
            if (variables.isPresent()) {
                final SimulatorAnswer answer = handle(route, request.withVariables(variables.get()));
                note(
                        request,
                        route.purpose(),
                        Optional.ofNullable(variables.get().get(SimulatorRoute.SIM)),
                        answer);
                return answer;
            }
        }
        note(request, Purpose.UNKNOWN_PATH, Optional.empty(), notFound);
        return notFound;
    }

    private void note(
            final SimulatorRequest request,
            final Purpose purpose,
            final Optional<String> sim,
            final SimulatorAnswer answer) {
        ledger.add(new Ledger.Entry(request.time(), purpose, request.method(), request.target(), sim, answer.status()));
    }

    private static SimulatorAnswer handle(final SimulatorRoute route, final SimulatorRequest request) {
        try {
            return route.handler().apply(request);
        } catch (final RuntimeException e) {
            return SimulatorAnswer.of(
                    500,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put(FAILURE, e.toString())
                            .toString());
        }
    }

    private static ServerSocket listen(final int port) {
        try {
            final ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
            return listener;
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port + " of 127.0.0.1: " + e.getMessage(), e);
        }
    }

    private static void drop(final Closeable socket) {
        try {
            socket.close();
        } catch (final IOException e) {
            // It is gone either way.
        }
    }

    private Thread thread(final String what, final Runnable task) {
        final Thread thread = new Thread(task, "simulator-" + listener.getLocalPort() + "-" + what);
        thread.setDaemon(true);
        return thread;
    }

    private static void join(final Thread thread) {
        try {
            thread.join(GRACE_MILLISECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
