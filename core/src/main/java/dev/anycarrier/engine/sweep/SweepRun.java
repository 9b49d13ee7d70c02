package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.sweep.SweepSink;
import dev.anycarrier.usage.SimRef;
import java.util.Map;
import java.util.stream.Stream;

/** One sweep on its way. */
@SuppressWarnings("DoNotCallSuggester")
public final class SweepRun {

    /** A sweep that has not been started. */
    public SweepRun(
            final Iterable<SimRef> sims,
            final Map<String, ? extends SweptAccount> accounts,
            final SweepPlan plan,
            final Ports ports) {}

    /** Gives every outcome to the sink. */
    public SweepProgress run(final SweepSink sink) {
        throw new UnsupportedOperationException();
    }

    /** Every outcome. */
    public Stream<SweepOutcome> stream() {
        throw new UnsupportedOperationException();
    }

    /** How far it is. */
    public SweepProgress progress() {
        throw new UnsupportedOperationException();
    }

    /** Skips the rest. */
    public void cancel() {
        throw new UnsupportedOperationException();
    }

    /** Ends it. */
    public void close() {
        throw new UnsupportedOperationException();
    }
}
