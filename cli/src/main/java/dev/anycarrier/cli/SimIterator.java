package dev.anycarrier.cli;

import dev.anycarrier.usage.SimRef;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** One way through the SIMs of a file. */
final class SimIterator implements Iterator<SimRef>, AutoCloseable {

    private final InputLines lines;
    private final SimInput input;
    private Optional<SimRef> next = Optional.empty();
    private boolean ended;

    SimIterator(final InputLines lines, final SimInput input) {
        this.lines = lines;
        this.input = input;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !ended) {
            advance();
        }
        return next.isPresent();
    }

    @Override
    public SimRef next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        final SimRef sim = next.orElseThrow();
        next = Optional.empty();
        return sim;
    }

    @Override
    public void close() {
        ended = true;
        try {
            lines.close();
        } catch (final IOException e) {
            throw SimInput.unreadable(input.name(), e);
        }
    }

    private void advance() {
        try {
            Optional<InputLine> line = lines.next();
            while (line.isPresent() && line.get() instanceof InputLine.Bad) {
                line = lines.next();
            }
            next = line.map(InputLine.Sim.class::cast).map(InputLine.Sim::sim);
            if (next.isEmpty()) {
                input.requireUnchanged();
                close();
            }
        } catch (final IOException e) {
            throw SimInput.unreadable(input.name(), e);
        }
    }
}
