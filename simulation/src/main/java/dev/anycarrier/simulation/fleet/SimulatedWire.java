package dev.anycarrier.simulation.fleet;

import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** The way to a simulated carrier: what the real client promises, in virtual time. */
public final class SimulatedWire implements Wire {

    private static final long MILLI = 1_000_000;
    private static final int MOST_MILLIS = 80;

    private final Simulation simulation;
    private final SimulatedCarrier carrier;
    private final String process;
    private final int maximumBodyBytes;
    private final Lock lock;
    private final Condition end;
    private boolean closed;
    private int open;
    private long sent;

    /**
     * A way that nothing has passed yet.
     *
     * @param process the client process, for the ledger
     * @param maximumBodyBytes the longest body that is read
     */
    public SimulatedWire(
            final Simulation simulation,
            final SimulatedCarrier carrier,
            final String process,
            final int maximumBodyBytes) {
        this.simulation = simulation;
        this.carrier = carrier;
        this.process = process;
        this.maximumBodyBytes = maximumBodyBytes;
        this.lock = simulation.ports().threads().lock();
        this.end = lock.newCondition();
    }

    /** How many exchanges are under way. */
    public int open() {
        return open;
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public HttpResponse send(final HttpRequest request, final long deadline, final Written written) {
        final long entered = simulation.time().elapsed().toNanos();
        simulation.yieldNow();
        open++;
        try {
            return exchange(request, deadline, written, entered);
        } finally {
            open--;
        }
    }

    @Override
    public void dropIdleConnections() {}

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            end.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private HttpResponse exchange(
            final HttpRequest request, final long deadline, final Written written, final long entered) {
        final Optional<Fault> fault = carrier.fault(request);
        final Optional<FaultKind> kind = fault.map(Fault::kind);
        final long latency = MILLI
                * (1 + Mix.below(MOST_MILLIS, carrier.options().population().seed(), sent++));
        boolean leaves = false;
        try {
            pause(is(kind, FaultKind.LATE_WRITE) ? MILLI * fault.orElseThrow().amount() : MILLI, deadline);
            if (is(kind, FaultKind.REFUSED)) {
                throw failure(UnavailableCause.NETWORK, "the connection was refused");
            }
            if (!written.mayBeWritten()) {
                throw failure(UnavailableCause.LOCAL, "the leave to send ended before the request could be written");
            }
            leaves = true;
        } finally {
            if (!leaves) {
                written.notSent();
            }
        }
        final LedgerEntry entry = carrier.take(request, fault, entered, process);
        simulation.log("wrote to " + entry.account() + " " + entry.purpose() + " -> " + entry.status());
        written.sent();
        if (is(kind, FaultKind.STALL) || is(kind, FaultKind.TOKEN_HANGS)) {
            pause(Long.MAX_VALUE / 4, deadline);
        }
        if (is(kind, FaultKind.LATENCY)) {
            pause(MILLI * fault.orElseThrow().amount(), deadline);
        }
        pause(latency, deadline);
        if (is(kind, FaultKind.RESET_AFTER_WRITE) || is(kind, FaultKind.RESET_IN_BODY)) {
            throw failure(UnavailableCause.NETWORK, "the connection was closed before its answer was complete");
        }
        final HttpResponse response = entry.answer().response();
        if (response.body().length > maximumBodyBytes) {
            throw UsageException.of(Kind.TOO_LARGE, "the answer is longer than " + maximumBodyBytes + " bytes")
                    .build();
        }
        entry.receivedAt(simulation.time().elapsed().toNanos());
        return response;
    }

    /** Lets time pass, but no longer than until the deadline, the end of the wire, or an interrupt. */
    private void pause(final long nanos, final long deadline) {
        final long until = simulation.time().nanoTime() + nanos;
        lock.lock();
        try {
            while (true) {
                if (closed) {
                    throw UsageException.of(Kind.CANCELLED, "the client was closed")
                            .build();
                }
                final long now = simulation.time().nanoTime();
                if (deadline - now <= 0) {
                    throw failure(UnavailableCause.ATTEMPT_TIMEOUT, "no complete answer within the attempt's time");
                }
                if (until - now <= 0) {
                    return;
                }
                end.awaitNanos(Math.min(until - now, deadline - now));
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UsageException.of(Kind.CANCELLED, "interrupted in an exchange")
                    .build();
        } finally {
            lock.unlock();
        }
    }

    private static boolean is(final Optional<FaultKind> kind, final FaultKind asked) {
        return kind.isPresent() && kind.get() == asked;
    }

    private static UsageException failure(final UnavailableCause cause, final String what) {
        return UsageException.unavailable(cause, what).build();
    }
}
