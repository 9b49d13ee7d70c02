package embedder;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.anycarrier.usage.Quantity;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Airalo on this machine, as far as it takes to answer about one SIM. */
final class Carrier implements AutoCloseable {

    private static final String TOKEN = """
            {"data":{"token_type":"Bearer","expires_in":31622400,"access_token":"token-of-nobody"},\
            "meta":{"message":"success"}}""";

    private static final String USAGE = """
            {"data":{"remaining":767,"total":2048,"expired_at":"2099-01-01 00:00:00","is_unlimited":false,\
            "status":"ACTIVE","remaining_voice":0,"remaining_text":0,"total_voice":0,"total_text":0},\
            "meta":{"message":"success"}}""";

    private static final long BYTES_IN_MEGABYTE = 1024 * 1024;

    private final HttpServer server;

    private Carrier(final HttpServer server) {
        this.server = server;
    }

    static Carrier start() throws IOException {
        final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/token", exchange -> answer(exchange, TOKEN));
        server.createContext("/v2/sims/", exchange -> answer(exchange, USAGE));
        server.start();
        return new Carrier(server);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String megabytes(final Quantity quantity) {
        return Long.toString(quantity.amount() / BYTES_IN_MEGABYTE);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(final HttpExchange exchange, final String text) throws IOException {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
