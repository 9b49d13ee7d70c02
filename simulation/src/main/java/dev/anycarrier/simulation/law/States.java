package dev.anycarrier.simulation.law;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.simulation.fleet.Fault;
import dev.anycarrier.simulation.fleet.FaultKind;
import dev.anycarrier.simulation.fleet.FaultKind.Place;
import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.simulation.fleet.Purpose;
import dev.anycarrier.simulation.fleet.SimulatedCarrier;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells from the outside which states a client is in. */
final class States {

    private static final long INTERVAL = Duration.ofMinutes(15).toNanos();
    private static final long OPEN_TIME = Duration.ofSeconds(90).toNanos();
    private static final long RESTART_TIME = Duration.ofMinutes(2).toNanos();

    private final Evidence evidence;
    private final Coverage coverage;
    private boolean sweeping;
    private long restarted = Long.MIN_VALUE;

    States(final Evidence evidence, final Coverage coverage) {
        this.evidence = evidence;
        this.coverage = coverage;
    }

    void sweeping(final boolean now) {
        sweeping = now;
    }

    void restarted(final long now) {
        restarted = now;
    }

    /** A fault meets the client. */
    void met(final Fault fault, final Optional<String> sim, final long now) {
        final Set<ClientState> states = EnumSet.noneOf(ClientState.class);
        for (final SimulatedCarrier carrier : evidence.fleet.carriers()) {
            if (carrier.account().equals(fault.account()) || fault.kind().place() == Place.CLIENT) {
                of(carrier, sim, now, states);
            }
        }
        final FaultKind kind = fault.kind();
        states.forEach(state -> coverage.count(kind, state));
    }

    private void of(
            final SimulatedCarrier carrier, final Optional<String> sim, final long now, final Set<ClientState> states) {
        long lastGood = -1;
        boolean tokenOver = false;
        for (final LedgerEntry entry : carrier.ledger().entries()) {
            if (entry.said().isPresent()
                    && entry.received() >= 0
                    && (sim.isEmpty() || entry.sim().equals(sim))) {
                lastGood = entry.received();
            }
            if (entry.hold().isPresent()
                    && entry.received() >= 0
                    && entry.received() + entry.hold().get().length().toNanos() > now) {
                states.add(ClientState.HELD);
            }
            if (entry.purpose() != Purpose.TOKEN) {
                tokenOver = entry.status() == 401;
            }
        }
        states.add(
                lastGood < 0 ? ClientState.COLD : now - lastGood <= INTERVAL ? ClientState.FRESH : ClientState.STALE);
        if (tokenOver || carrier.isTokenOver()) {
            states.add(ClientState.TOKEN_OVER);
        }
        if (sweeping) {
            states.add(ClientState.SWEEPING);
        }
        if (restarted != Long.MIN_VALUE && now - restarted < RESTART_TIME) {
            states.add(ClientState.RESTARTED);
        }
        if (isOpen(carrier.account(), now)) {
            states.add(ClientState.OPEN);
        }
    }

    private boolean isOpen(final String account, final long now) {
        final List<CallOutcome> calls = evidence.calls;
        for (int i = calls.size() - 1; i >= 0 && now - calls.get(i).ended() < OPEN_TIME; i--) {
            final CallOutcome outcome = calls.get(i);
            if (outcome.sim().account().equals(account)
                    && Failures.causes(outcome).contains(UnavailableCause.CIRCUIT_OPEN)) {
                return true;
            }
        }
        return false;
    }

    /** What a question failed with, or what kept a newer value away. */
    static final class Failures {

        private Failures() {}

        static Set<UnavailableCause> causes(final CallOutcome outcome) {
            final Set<UnavailableCause> causes = EnumSet.noneOf(UnavailableCause.class);
            all(outcome).flatMap(failure -> failure.unavailableCause()).ifPresent(causes::add);
            return causes;
        }

        static Optional<UsageException> all(final CallOutcome outcome) {
            final Optional<UsageException> thrown =
                    outcome.failure().filter(UsageException.class::isInstance).map(UsageException.class::cast);
            return thrown.or(() -> outcome.result()
                    .filter(UsageResult.Stale.class::isInstance)
                    .flatMap(stale -> ((UsageResult.Stale) stale).cause()));
        }
    }
}
