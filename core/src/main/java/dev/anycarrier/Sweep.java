package dev.anycarrier;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.InvalidStateException;
import dev.anycarrier.engine.Told;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.sweep.SweepPlan;
import dev.anycarrier.engine.sweep.SweepPlan.CheckpointPlace;
import dev.anycarrier.engine.sweep.SweepRun;
import dev.anycarrier.engine.sweep.SweptAccount;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepListener;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.sweep.SweepSink;
import dev.anycarrier.sweep.SweepSource;
import dev.anycarrier.usage.SimRef;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads any number of SIMs of any accounts, in memory that does not grow with their number.
 *
 * <pre>{@code
 * try (Sweep sweep = carriers.sweep(sims).deadline(Duration.ofHours(4)).checkpoint(file, digest)) {
 *     SweepProgress end = sweep.run(outcome -> store(outcome));
 * }
 * }</pre>
 *
 * <p>Every SIM ends in exactly one {@link SweepOutcome}. The order is that of the carriers' answers, not of the input; a
 * slow carrier delays its own SIMs only. A SIM that its carrier's limit does not allow yet is deferred and asked about when
 * it does, at most 50 times; so is one whose carrier is left alone because it has failed too often, at most 5 times. A SIM whose
 * answer did not come in the time of its question is asked about once more. A SIM that was named before, no more than 50,000 different SIMs of its account above, is {@link
 * Reason#DUPLICATE}; one repeated from further away is read again.
 *
 * <p>The input is iterated several times at once, on threads of the sweep: each iterator gives the same SIMs in the same
 * order, and one that is {@link AutoCloseable} is closed when it is no longer needed. What an iterator throws ends the sweep.
 *
 * <p>The methods that configure it return another sweep. A sweep is started once, by {@link #run} or {@link #stream}.
 * {@link #progress}, {@link #cancel} and {@link #close} may be called from any thread.
 */
public final class Sweep implements AutoCloseable {

    private final Iterable<SimRef> sims;
    private final Map<String, ? extends SweptAccount> accounts;
    private final SweepPlan plan;
    private final Ports ports;
    private final List<AnycarrierListener> listeners;
    private final SweepRun run;

    Sweep(final Iterable<SimRef> sims, final Map<String, ? extends SweptAccount> accounts, final Ports ports) {
        this(sims, accounts, ports, List.of());
    }

    Sweep(
            final Iterable<SimRef> sims,
            final Map<String, ? extends SweptAccount> accounts,
            final Ports ports,
            final List<AnycarrierListener> listeners) {
        this(sims, accounts, SweepPlan.defaults(), ports, listeners);
    }

    private Sweep(
            final Iterable<SimRef> sims,
            final Map<String, ? extends SweptAccount> accounts,
            final SweepPlan plan,
            final Ports ports,
            final List<AnycarrierListener> listeners) {
        this.sims = sims;
        this.accounts = accounts;
        this.plan = plan;
        this.ports = ports;
        this.listeners = listeners;
        this.run = new SweepRun(
                sims,
                accounts,
                plan,
                ports,
                () -> Told.all(listeners, listener -> listener.sweepBegan(this)),
                () -> Told.all(listeners, listener -> listener.sweepEnded(this)));
    }

    /** The same sweep with other options for each question; what they leave open is the account's. The priority is always that of a sweep. */
    public Sweep options(final CallOptions options) {
        return with(plan.withOptions(options));
    }

    /** The same sweep from another source. */
    public Sweep source(final SweepSource source) {
        return with(plan.withSource(source));
    }

    /**
     * The same sweep with a deadline.
     *
     * @param wholeSweep how long it may take from its start. SIMs whose turn cannot come before are {@link
     *     Reason#DEADLINE}: all of them if it is zero or negative. More than ten years is as that
     */
    public Sweep deadline(final Duration wholeSweep) {
        return with(plan.withDeadline(wholeSweep));
    }

    /**
     * The same sweep with a file that keeps what was acknowledged, so that a sweep which was killed, cancelled or closed
     * can be resumed: the next one with the same file does not come to those SIMs again. SIMs that were skipped since the
     * sweep was cancelled or its deadline came are not kept, so they are asked about then. The file belongs to one sweep at
     * a time, and only its owner can read it; a file {@code .lock} stays beside it.
     *
     * @param file the file; made if it is not there
     * @param identity what the input is, such as a digest of it: the checkpoint of another input is refused
     */
    public Sweep checkpoint(final Path file, final String identity) {
        return with(plan.withCheckpoint(new CheckpointPlace(file, identity)));
    }

    /**
     * The same sweep with the number of SIMs, from which its end is estimated.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Sweep total(final long newTotal) {
        return with(plan.withTotal(newTotal));
    }

    /** The same sweep with a listener, which is told on the thread that takes the outcomes. */
    public Sweep listener(final SweepListener listener) {
        return with(plan.withListener(listener));
    }

    /**
     * Runs the sweep until every SIM has its outcome. The sink is called from this thread, one outcome at a time.
     *
     * @return how it ended
     * @throws IllegalStateException if it was started before
     * @throws InvalidStateException if the checkpoint is damaged, foreign, in use or cannot be written
     * @throws UsageException {@link Kind#CANCELLED} if the thread is interrupted (its flag is kept) or the sweep closed;
     *     {@link Kind#UNAVAILABLE} if there is no thread to be had
     * @throws RuntimeException whatever the sink or the input throws; it ends the sweep
     */
    public SweepProgress run(final SweepSink sink) {
        return run.run(sink);
    }

    /**
     * The outcomes as a lazy, sequential stream; the sweep is never more than some hundred SIMs ahead of its reader. An
     * outcome is acknowledged when the next one is asked for. Closing the stream ends the sweep as {@link #close} does.
     * Reading it throws what {@link #run} throws.
     *
     * @throws IllegalStateException if it was started before
     * @throws InvalidStateException if the checkpoint is damaged, foreign or in use
     */
    public Stream<SweepOutcome> stream() {
        return run.stream();
    }

    /** How far it is. */
    public SweepProgress progress() {
        return run.progress();
    }

    /**
     * Asks about no further SIM: every one that has not ended yet, the unread rest of the input too, ends in {@link
     * Reason#CANCELLED}, and the sweep with them. Returns at once.
     */
    public void cancel() {
        run.cancel();
    }

    /** Ends the sweep at once: no further outcome, no thread left. Idempotent; after a sweep's own end without effect. */
    @Override
    public void close() {
        run.close();
    }

    private Sweep with(final SweepPlan newPlan) {
        return new Sweep(sims, accounts, newPlan, ports, listeners);
    }
}
