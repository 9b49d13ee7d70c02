package dev.anycarrier.engine.sweep;

import dev.anycarrier.usage.SimRef;
import java.util.Iterator;

/** SIMs that tell when they are closed. */
record ClosableIterator(Iterator<SimRef> sims, Runnable closed) implements Iterator<SimRef>, AutoCloseable {

    @Override
    public boolean hasNext() {
        return sims.hasNext();
    }

    @Override
    public SimRef next() {
        return sims.next();
    }

    @Override
    public void close() {
        closed.run();
    }
}
