package dev.anycarrier.benchmarks.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.benchmarks.server.AiraloBodies;
import dev.anycarrier.cluster.testing.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** How often a call goes to Redis: up to the moment when its carrier has the request, and in all. */
final class RoundTrips {

    private static final int WARM_UP = 50;
    private static final int CALLS = 500;
    private static final long QUIET_MILLIS = 2;

    private final RedisStatistics redis;
    private volatile long atCarrier;

    private RoundTrips(final RedisStatistics redis) {
        this.redis = redis;
    }

    /** Counts them on a Redis of its own. */
    static void measure(final Table table) throws IOException, InterruptedException {
        try (RedisServer server = RedisServer.start();
                RedisStatistics statistics = new RedisStatistics(server.port())) {
            new RoundTrips(statistics).measure(server.uri(), table);
        }
    }

    private void measure(final URI redisUri, final Table table) throws IOException, InterruptedException {
        final HttpServer carrier = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        carrier.createContext("/v2/token", exchange -> answer(exchange, AiraloBodies.TOKEN));
        carrier.createContext("/v2/sims/", exchange -> {
            atCarrier = redis.scripts();
            answer(exchange, AiraloBodies.USAGE);
        });
        carrier.start();
        final URI address =
                URI.create("http://127.0.0.1:" + carrier.getAddress().getPort());
        try (Anycarrier first = Nodes.first(redisUri, address);
                Anycarrier next = Nodes.next(redisUri, address)) {
            ask(first, 0, WARM_UP);
            ask(next, 0, WARM_UP);
            final Trips fromCarrier = ask(first, WARM_UP, CALLS);
            table.fraction("round trips of a call that goes to the carrier, before its request", fromCarrier.before());
            table.fraction("round trips of a call that goes to the carrier, afterwards", fromCarrier.after());
            table.fraction(
                    "round trips of a value that another node has read",
                    ask(next, WARM_UP, CALLS).after());
            table.fraction(
                    "round trips of a value that this node has",
                    ask(next, WARM_UP, CALLS).after());
        } finally {
            carrier.stop(0);
        }
    }

    private Trips ask(final Anycarrier node, final int from, final int calls) throws InterruptedException {
        long before = 0;
        long after = 0;
        for (int number = from; number < from + calls; number++) {
            final long start = quiet();
            atCarrier = start;
            node.usage(Nodes.sim(number));
            before += atCarrier - start;
            after += quiet() - atCarrier;
        }
        return new Trips((double) before / calls, (double) after / calls);
    }

    /** The count once nothing is under way; the nodes' own signs of life, one a second, are rare beside the calls. */
    private long quiet() throws InterruptedException {
        long last = redis.scripts();
        while (true) {
            Thread.sleep(QUIET_MILLIS);
            final long now = redis.scripts();
            if (now == last) {
                return now;
            }
            last = now;
        }
    }

    private static void answer(final HttpExchange exchange, final String body) throws IOException {
        final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Trips(double before, double after) {}
}
