package dev.anycarrier.engine.state;

import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the tests of the store begin with. */
final class Stores {

    static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");
    static final String ACCOUNT = "airalo-eu|airalo|https://partners-api.airalo.com";
    static final SimId SIM = SimId.parse("8944465400000217735");

    private Stores() {}

    static FileStateStore open(final Path file) {
        return open(file, NOW);
    }

    static FileStateStore open(final Path file, final Instant now) {
        return FileStateStore.open(file, InstantSource.fixed(now));
    }

    static List<StateEntry> restored(final FileStateStore store, final String account) {
        final List<StateEntry> entries = new ArrayList<>();
        store.restore(account, entries::add);
        return entries;
    }

    /** What a store that is opened now restores. */
    static List<StateEntry> reopened(final Path file, final Instant now) {
        try (FileStateStore store = open(file, now)) {
            return restored(store, ACCOUNT);
        }
    }

    static List<StateEntry> reopened(final Path file) {
        return reopened(file, NOW);
    }

    static StateEntry.Value value(final SimId sim, final long remaining, final Instant fetchedAt) {
        return new StateEntry.Value(new UsageReport(
                "airalo",
                "airalo-eu",
                sim,
                SimStatus.ACTIVE,
                Optional.empty(),
                List.of(Bucket.limited(Service.DATA, Quantity.bytes(1 << 30), Quantity.bytes(remaining))),
                List.of(),
                fetchedAt,
                Optional.empty(),
                Optional.empty(),
                List.of()));
    }

    static StateEntry.Reserved reserved(final String permit, final Instant latest) {
        return new StateEntry.Reserved(permit, false, Optional.of(SIM), latest);
    }
}
