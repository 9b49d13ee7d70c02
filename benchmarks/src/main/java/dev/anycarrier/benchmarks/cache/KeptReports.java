package dev.anycarrier.benchmarks.cache;

import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a former process knew of many SIMs: the quickest way to an engine that knows them all. */
record KeptReports(int sims, Instant fetchedAt) implements StateStore {

    static final String ACCOUNT = "airalo";

    private static final List<Bucket> BUCKETS = List.of(
            Bucket.limited(Service.DATA, Quantity.bytes(1L << 30), Quantity.bytes(1L << 29)),
            Bucket.limited(Service.VOICE, Quantity.seconds(6_000), Quantity.seconds(600)),
            Bucket.limited(Service.MESSAGE, Quantity.messages(100), Quantity.messages(99)));

    /** What is known of a SIM. */
    static UsageReport report(final SimId sim, final Instant fetchedAt) {
        return new UsageReport(
                "airalo",
                ACCOUNT,
                sim,
                SimStatus.ACTIVE,
                Optional.of("ACTIVE"),
                BUCKETS,
                List.of(),
                fetchedAt,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Override
    public void restore(final String account, final Consumer<StateEntry> each) {
        for (int number = 0; number < sims; number++) {
            each.accept(new StateEntry.Value(report(Sims.of(number), fetchedAt)));
        }
    }

    @Override
    public void append(final String account, final StateEntry entry) {
        throw new IllegalStateException("nothing was to be asked");
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
