package dev.anycarrier.testing;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Transport;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What is under way between a provider and its wire: they agree on an answer by the target of the request. Thread-safe. */
final class Exchanges {

    static final String ADDRESS = "https://scripted.invalid";

    private final AtomicLong number = new AtomicLong();
    private final Map<String, Exchange> underWay = new ConcurrentHashMap<>();

    /** One request, and the answer as soon as it is there. */
    private static final class Exchange {

        private final Supplier<ScriptedAnswer> script;
        private ScriptedAnswer answer = ScriptedAnswer.buckets();

        Exchange(final Supplier<ScriptedAnswer> script) {
            this.script = script;
        }
    }

    /** An answer, as it came over the wire. */
    record Answered(ScriptedAnswer answer, HttpResponse response) {}

    /**
     * Sends one request.
     *
     * @param script asked when the request has arrived
     */
    Answered send(final Transport transport, final Supplier<ScriptedAnswer> script) {
        final String target = "/" + number.incrementAndGet();
        final Exchange exchange = new Exchange(script);
        underWay.put(target, exchange);
        try {
            final HttpResponse response = transport.send(HttpRequest.of("GET", URI.create(ADDRESS + target)));
            return new Answered(exchange.answer, response);
        } finally {
            underWay.remove(target);
        }
    }

    /** What is answered to a request that has just arrived; by the thread that sends it. */
    ScriptedAnswer answer(final String target) {
        final Exchange exchange = Objects.requireNonNull(underWay.get(target));
        exchange.answer = exchange.script.get();
        return exchange.answer;
    }
}
