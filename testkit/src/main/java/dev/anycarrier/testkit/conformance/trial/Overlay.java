package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.fault.FaultServer;
import dev.anycarrier.testkit.fault.ReceivedRequest;
import dev.anycarrier.testkit.fault.Script;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Stands between a provider and the simulated carrier. Passes everything on, keeps what passed, and answers in the
 * carrier's place where it is told to. Requests for access tokens are left to the carrier unless it is told about them
 * too; the carrier's ledger says which ones those are. Thread-safe.
 */
public final class Overlay implements AutoCloseable {

    private final SimulatedCarrier carrier;
    private final Forwarding forwarding;
    private final FaultServer server;
    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
    private final Queue<Passed> passed = new ConcurrentLinkedQueue<>();
    private final Queue<Passed> pointedOut = new ConcurrentLinkedQueue<>();
    private volatile Function<Exchange, Given> questions = Overlay::carriers;
    private volatile Function<Exchange, Given> tokens = Overlay::carriers;
    private volatile Function<ReceivedRequest, Optional<Given>> known = request -> Optional.empty();

    private Overlay(final SimulatedCarrier carrier) {
        this.carrier = carrier;
        this.forwarding = new Forwarding(carrier.address());
        this.server = FaultServer.start(Script.accept().each(this::given));
    }

    /**
     * A request and what it was given.
     *
     * @param request the request
     * @param given what it was given, as text
     */
    record Passed(ReceivedRequest request, String given) {}

    public static Overlay before(final SimulatedCarrier carrier) {
        return new Overlay(carrier);
    }

    /** The settings of an account whose requests pass here instead of going to the carrier. */
    public Map<String, String> settings() {
        final String there = carrier.address().toString();
        final String here = server.address().toString();
        final Map<String, String> settings = new HashMap<>(carrier.settings());
        settings.replaceAll((name, value) -> value.startsWith(there) ? here + value.substring(there.length()) : value);
        return settings;
    }

    /** Where it listens. */
    public URI address() {
        return server.address();
    }

    /** Answers every question from now on as the function says, which may wait. */
    public void answer(final Function<Exchange, HttpResponse> newAnswers) {
        questions = newAnswers.andThen(Given::of);
    }

    /** Answers every question from now on with this. */
    public void answer(final HttpResponse always) {
        answer(exchange -> always);
    }

    /** Does to every question from now on what the function says. */
    public void give(final Function<Exchange, Given> newGiven) {
        questions = newGiven;
    }

    /** Answers every request for an access token from now on as the function says. */
    public void answerTokens(final Function<Exchange, HttpResponse> newAnswers) {
        tokens = newAnswers.andThen(Given::of);
    }

    /** Does to every request for an access token from now on what the function says. */
    public void giveTokens(final Function<Exchange, Given> newGiven) {
        tokens = newGiven;
    }

    /** Does what the function says where it knows the request, without asking the carrier, until {@link #passOn()}. */
    void answerKnown(final Function<ReceivedRequest, Optional<Given>> newKnown) {
        known = newKnown;
    }

    /** Leaves every answer to the carrier again. */
    public void passOn() {
        known = request -> Optional.empty();
        questions = Overlay::carriers;
        tokens = Overlay::carriers;
    }

    /** What passed so far, in the order in which the carrier answered it. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** What passed last is what shows a finding, whatever passes after it. */
    public void pointOut() {
        pointedOut.addAll(last(1, List.copyOf(passed)));
    }

    /** What passed last, or what was pointed out last if anything was; oldest first. */
    List<Passed> last(final int most) {
        return last(most, List.copyOf(pointedOut.isEmpty() ? passed : pointedOut));
    }

    private static List<Passed> last(final int most, final List<Passed> all) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    /** Waits until no connection is open, but not for long. Says how many still are. */
    public int openConnections() throws InterruptedException {
        return server.awaitNoConnection(Waiting.BOUND);
    }

    @Override
    public void close() {
        server.close();
    }

    private static Given carriers(final Exchange exchange) {
        return Given.of(exchange.answer());
    }

    private Script given(final ReceivedRequest request) {
        final Optional<Given> replayed = known.apply(request);
        if (replayed.isPresent()) {
            passed.add(new Passed(request, replayed.get().shown()));
            return replayed.get().script();
        }
        final Exchange exchange;
        try {
            exchange = exchange(request);
        } catch (final UncheckedIOException e) {
            if (Thread.currentThread().isInterrupted()) {
                // It is being closed.
                return Script.accept().close();
            }
            throw e;
        }
        exchanges.add(exchange);
        final Given given = (exchange.isForToken() ? tokens : questions).apply(exchange);
        passed.add(new Passed(request, given.shown()));
        return given.script();
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
