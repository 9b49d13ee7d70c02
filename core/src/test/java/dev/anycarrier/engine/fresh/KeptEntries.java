package dev.anycarrier.engine.fresh;

import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A store that shows what was appended, in order. */
class KeptEntries implements StateStore {

    private final List<UsageReport> reports = new CopyOnWriteArrayList<>();
    private final Set<String> accounts = ConcurrentHashMap.newKeySet();

    static StateStore failing(final Supplier<RuntimeException> failure) {
        return new KeptEntries() {
            @Override
            public void append(final String account, final StateEntry entry) {
                throw failure.get();
            }
        };
    }

    List<UsageReport> reports() {
        return reports;
    }

    Set<String> accounts() {
        return accounts;
    }

    @Override
    public void restore(final String account, final Consumer<StateEntry> each) {}

    @Override
    public void append(final String account, final StateEntry entry) {
        accounts.add(account);
        reports.add(((StateEntry.Value) entry).report());
    }

    @Override
    public void close() {}
}
