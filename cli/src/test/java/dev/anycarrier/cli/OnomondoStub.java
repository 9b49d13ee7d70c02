package dev.anycarrier.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers every request to Onomondo with what a test says, and keeps the queries. */
final class OnomondoStub implements AutoCloseable {

    private final HttpServer server;
    private final List<String> queries = new CopyOnWriteArrayList<>();

    private OnomondoStub(final HttpServer server) {
        this.server = server;
    }

    /**
     * Starts it on loopback.
     *
     * @param answer the body that answers a decoded query; HTTP 500 if it is empty
     */
    static OnomondoStub answering(final Function<String, String> answer) {
        try {
            final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            final OnomondoStub stub = new OnomondoStub(server);
            server.createContext("/", exchange -> stub.answer(exchange, answer));
            server.start();
            return stub;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> queries() {
        return List.copyOf(queries);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(final HttpExchange exchange, final Function<String, String> answer) throws IOException {
        try (exchange) {
            final String raw = exchange.getRequestURI().getRawQuery();
            final String query = raw == null ? "" : URLDecoder.decode(raw, StandardCharsets.UTF_8);
            queries.add(query);
            final byte[] body = answer.apply(query).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(body.length == 0 ? 500 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
