package dev.anycarrier.benchmarks.cache;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.engine.port.StateStore;

/** Asks an engine once for each of many SIMs, and looks at what has stayed on the heap. */
final class StateRun {

    static final String BYTES = "bytes";

    private StateRun() {}

    /**
     * Runs it.
     *
     * @param arguments the number of SIMs
     */
    public static void main(final String[] arguments) {
        final int sims = Integer.parseInt(arguments[0]);
        try (Anycarrier carriers = AiraloWire.engine(2 * sims, StateStore.none())) {
            final CarrierAccount account = carriers.account(KeptReports.ACCOUNT);
            // What is there once for all SIMs comes to life with the first ones.
            ask(account, 0, sims / 10);
            final long before = Heap.used();
            ask(account, sims / 10, sims / 10 + sims);
            final long after = Heap.used();
            Processes.report(BYTES, (double) (after - before) / sims);
        }
    }

    private static void ask(final CarrierAccount account, final int from, final int to) {
        for (int number = from; number < to; number++) {
            account.usage(Sims.of(number));
        }
    }
}
