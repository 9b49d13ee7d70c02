package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.fault.Answer;
import dev.anycarrier.testkit.fault.FaultServer;
import dev.anycarrier.testkit.fault.ReceivedRequest;
import dev.anycarrier.testkit.fault.Script;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Stands between a provider and the simulated carrier. Passes everything on, keeps what passed, and answers in the
 * carrier's place where it is told to. Requests for access tokens it always leaves to the carrier, which also tells it
 * which ones those are. Thread-safe.
 */
final class Overlay implements AutoCloseable {

    private final SimulatedCarrier carrier;
    private final Forwarding forwarding;
    private final FaultServer server;
    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
    private volatile Function<Exchange, HttpResponse> answers = Exchange::answer;

    private Overlay(final SimulatedCarrier carrier) {
        this.carrier = carrier;
        this.forwarding = new Forwarding(carrier.address());
        this.server = FaultServer.start(Script.accept().answerEvery(this::answer));
    }

    static Overlay before(final SimulatedCarrier carrier) {
        return new Overlay(carrier);
    }

    /** The settings of an account whose requests pass here instead of going to the carrier. */
    Map<String, String> settings() {
        final String there = carrier.address().toString();
        final String here = server.address().toString();
        final Map<String, String> settings = new HashMap<>(carrier.settings());
        settings.replaceAll((name, value) -> value.startsWith(there) ? here + value.substring(there.length()) : value);
        return settings;
    }

    URI address() {
        return server.address();
    }

    /** Answers every question from now on as the function says, which may wait. */
    void answer(final Function<Exchange, HttpResponse> newAnswers) {
        answers = newAnswers;
    }

    /** Answers every question from now on with this. */
    void answer(final HttpResponse always) {
        answers = exchange -> always;
    }

    /** Leaves every answer to the carrier again. */
    void passOn() {
        answers = Exchange::answer;
    }

    /** What passed so far, in the order in which the carrier answered it. */
    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    @Override
    public void close() {
        server.close();
    }

    private Answer answer(final ReceivedRequest request) {
        final Exchange exchange = exchange(request);
        exchanges.add(exchange);
        return Answer.of(exchange.isForToken() ? exchange.answer() : answers.apply(exchange));
    }

    /** One at a time, so that the entry that came into the ledger meanwhile is the one of this request. */
    private synchronized Exchange exchange(final ReceivedRequest request) {
        final int before = carrier.ledger().entries().size();
        final HttpResponse answer = forwarding.forward(request);
        final Purpose purpose = carrier.ledger().entries().stream()
                .skip(before)
                .map(Ledger.Entry::purpose)
                .findFirst()
                .orElse(Purpose.UNKNOWN_PATH);
        return new Exchange(purpose, request, answer);
    }
}
