package dev.anycarrier.simulation.nodes;

import dev.anycarrier.simulation.fleet.Fault;
import dev.anycarrier.simulation.fleet.FaultKind;
import dev.anycarrier.simulation.fleet.Faults;
import dev.anycarrier.simulation.store.StoreFault;
import dev.anycarrier.simulation.store.StoreFaultKind;
import dev.anycarrier.simulation.store.StoreFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws what goes wrong in stories of several nodes. */
final class NodesTrouble {

    private static final int MOST_AT_CARRIER = 4;
    private static final int MOST_AT_STORE = 4;

    /** Longer than any lease. */
    private static final int LONGEST_STANDSTILL = 16_000;

    private static final List<FaultKind> AT_CARRIER = List.of(
            FaultKind.LATE_WRITE,
            FaultKind.LATE_WRITE,
            FaultKind.LATENCY,
            FaultKind.STALL,
            FaultKind.REFUSED,
            FaultKind.RESET_AFTER_WRITE,
            FaultKind.STATUS_500,
            FaultKind.STATUS_503_WAIT,
            FaultKind.THROTTLED_SIM,
            FaultKind.THROTTLED_ACCOUNT,
            FaultKind.TOKEN_REVOKED,
            FaultKind.TOKEN_FLAPS,
            FaultKind.TOKEN_500,
            FaultKind.TOKEN_THROTTLED,
            FaultKind.TOKEN_HANGS);

    private NodesTrouble() {}

    static Faults carrier(final RandomGenerator random, final String account, final Duration length) {
        final List<Fault> drawn = new ArrayList<>();
        final int count = random.nextInt(MOST_AT_CARRIER + 1);
        for (int number = 0; number < count; number++) {
            final FaultKind kind = AT_CARRIER.get(random.nextInt(AT_CARRIER.size()));
            drawn.add(new Fault(
                    number,
                    kind,
                    account,
                    begin(random, length),
                    span(random, length),
                    1 + random.nextInt(4),
                    amount(kind, random)));
        }
        return new Faults(drawn);
    }

    static StoreFaults store(final RandomGenerator random, final int nodes, final Duration length) {
        final List<StoreFault> drawn = new ArrayList<>();
        final StoreFaultKind[] kinds = StoreFaultKind.values();
        final int count = random.nextInt(MOST_AT_STORE + 1);
        for (int number = 0; number < count; number++) {
            final StoreFaultKind kind = kinds[random.nextInt(kinds.length)];
            final boolean still = kind == StoreFaultKind.STANDSTILL;
            drawn.add(new StoreFault(
                    number,
                    kind,
                    begin(random, length),
                    span(random, length),
                    kind == StoreFaultKind.AWAY ? 1 : 1 + random.nextInt(5),
                    kind == StoreFaultKind.CRASH
                            ? random.nextInt(5_000) * (long) nodes + random.nextInt(nodes)
                            : 50 + random.nextInt(still ? LONGEST_STANDSTILL : 2_500)));
        }
        return new StoreFaults(drawn);
    }

    /** The carrier is slow all the time, or somebody writes late now and then. */
    static Faults stagedCarrier(final RandomGenerator random, final String account, final Duration length) {
        final FaultKind kind = random.nextInt(4) == 0 ? FaultKind.LATE_WRITE : FaultKind.LATENCY;
        return new Faults(List.of(new Fault(
                0, kind, account, Duration.ZERO, length, 1 + random.nextInt(2), 2_000 + random.nextLong(2_800))));
    }

    /** Threads stand still for longer than a lease. */
    static StoreFaults stagedStore(final RandomGenerator random, final Duration length) {
        return new StoreFaults(List.of(new StoreFault(
                0,
                StoreFaultKind.STANDSTILL,
                Duration.ZERO,
                length,
                2 + random.nextInt(4),
                LONGEST_STANDSTILL - random.nextInt(5_000))));
    }

    private static Duration begin(final RandomGenerator random, final Duration length) {
        return random.nextInt(4) == 0 ? Duration.ZERO : Duration.ofMillis(random.nextLong(length.toMillis() * 9 / 10));
    }

    private static Duration span(final RandomGenerator random, final Duration length) {
        return Duration.ofMillis(1 + random.nextLong(length.toMillis() / 2));
    }

    private static long amount(final FaultKind kind, final RandomGenerator random) {
        return switch (kind) {
            case LATENCY -> 100 + random.nextLong(4_800);
            case LATE_WRITE -> 100 + random.nextLong(4_500);
            case STATUS_503_WAIT, TOKEN_THROTTLED, THROTTLED_SIM, THROTTLED_ACCOUNT ->
                1_000 * (1 + random.nextLong(60));
            default -> random.nextLong(1_000);
        };
    }
}
