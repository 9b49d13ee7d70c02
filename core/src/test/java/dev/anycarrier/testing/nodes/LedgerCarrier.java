package dev.anycarrier.testing.nodes;

import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A carrier that writes down what it was asked, and when. */
public final class LedgerCarrier {

    public static final String TOKEN_PATH = "/token";

    private final World world;
    private final List<Entry> ledger = new ArrayList<>();
    private final Deque<HttpResponse> next = new ArrayDeque<>();
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private final Set<String> tokens = new HashSet<>();
    private Duration connecting = Duration.ZERO;
    private Duration answering = Duration.ofMillis(5);
    private int tokenNumber;

    public LedgerCarrier(final World world) {
        this.world = world;
    }

    /**
     * A request.
     *
     * @param at when it was written
     * @param refused whether it was for its token alone
     */
    public record Entry(String node, String path, long at, boolean refused) {}

    /** How long it takes until a connection stands. */
    public void connectsIn(final Duration time) {
        connecting = time;
    }

    /** How long it takes to answer. */
    public void answersIn(final Duration time) {
        answering = time;
    }

    /** The next answer about a SIM. */
    public void answersNext(final int status, final String... headers) {
        final HttpHeaders.Builder all = HttpHeaders.builder();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1]);
        }
        next.add(new HttpResponse(status, all.build(), new byte[0]));
    }

    /** It is well again. */
    public void recovers() {
        next.clear();
        connecting = Duration.ZERO;
    }

    /** What happens while the next request is on its way. */
    public void meanwhile(final Runnable action) {
        meanwhile.add(action);
    }

    /** No token is good any longer. */
    public void refusesTokens() {
        tokens.clear();
    }

    /** Everything that was asked, in order. */
    public List<Entry> ledger() {
        return List.copyOf(ledger);
    }

    /** Everything but token calls. */
    public List<Entry> questions() {
        return ledger.stream().filter(entry -> !entry.path.equals(TOKEN_PATH)).toList();
    }

    public List<Entry> tokenCalls() {
        return ledger.stream().filter(entry -> entry.path.equals(TOKEN_PATH)).toList();
    }

    /** The most of some entries in any span of a window. */
    public static int most(final List<Entry> entries, final Duration window) {
        int most = 0;
        for (final Entry first : entries) {
            final long end = first.at + window.toNanos();
            most = Math.max(most, (int) entries.stream()
                    .filter(entry -> entry.at >= first.at && entry.at < end)
                    .count());
        }
        return most;
    }

    /** The way of one node to here. */
    public Wire wire(final String node) {
        return new Wire() {
            @Override
            public HttpResponse send(final HttpRequest request, final long deadline, final Written written) {
                return exchange(node, request, written);
            }

            @Override
            public void dropIdleConnections() {}

            @Override
            public void close() {}
        };
    }

    private HttpResponse exchange(final String node, final HttpRequest request, final Wire.Written written) {
        world.pass(connecting);
        if (!written.mayBeWritten()) {
            written.notSent();
            throw UsageException.unavailable(UnavailableCause.LOCAL, "too late to be written")
                    .build();
        }
        final HttpResponse answer = answer(request);
        ledger.add(new Entry(node, request.target(), world.now(), answer.status() == 401));
        written.sent();
        if (!meanwhile.isEmpty()) {
            meanwhile.remove().run();
        }
        world.pass(answering);
        return answer;
    }

    private HttpResponse answer(final HttpRequest request) {
        if (request.target().equals(TOKEN_PATH)) {
            final String token = "token-" + ++tokenNumber;
            tokens.add(token);
            return ok(token);
        }
        final boolean known = request.headers()
                .first("Authorization")
                .filter(tokens::contains)
                .isPresent();
        if (!known) {
            return new HttpResponse(401, HttpHeaders.none(), new byte[0]);
        }
        return next.isEmpty() ? ok("fine") : next.remove();
    }

    private static HttpResponse ok(final String body) {
        return new HttpResponse(200, HttpHeaders.none(), body.getBytes(StandardCharsets.UTF_8));
    }
}
