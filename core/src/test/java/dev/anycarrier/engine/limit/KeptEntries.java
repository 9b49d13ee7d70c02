package dev.anycarrier.engine.limit;

import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A store in memory that can be told to fail. */
final class KeptEntries implements StateStore {

    final List<StateEntry> entries = new ArrayList<>();
    boolean fails;

    @Override
    public void restore(final String account, final Consumer<StateEntry> each) {
        entries.forEach(each);
    }

    @Override
    public void append(final String account, final StateEntry entry) {
        if (fails) {
            throw UsageException.unavailable(UnavailableCause.LOCAL, "no space left")
                    .build();
        }
        entries.add(entry);
    }

    @Override
    public void close() {}
}
