package dev.anycarrier.engine.port;

import java.util.function.Consumer;

enum NoState implements StateStore {
    INSTANCE;

    @Override
    public void restore(final String account, final Consumer<StateEntry> each) {}

    @Override
    public void append(final String account, final StateEntry entry) {}

    @Override
    public void close() {}
}
