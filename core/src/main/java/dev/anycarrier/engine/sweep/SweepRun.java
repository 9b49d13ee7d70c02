package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.sweep.SweepSink;
import dev.anycarrier.usage.SimRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One sweep on its way: the lanes, which bring outcomes, and the one consumer, which takes, delivers and acknowledges them,
 * in this order. Thread-safe; {@link #run} and the stream belong to one thread.
 */
public final class SweepRun {

    private static final int READ_AHEAD = 256;
    private static final long LONG_NANOS = TimeUnit.DAYS.toNanos(1);
    private static final long BETWEEN_CALLS_WHEN_IDLE = TimeUnit.SECONDS.toNanos(1);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Iterable<SimRef> sims;
    private final Map<String, ? extends SweptAccount> accounts;
    private final SweepPlan plan;
    private final Ports ports;
    private final Ending ending;
    private final Crew crew;
    private final HandOver<Delivery> outcomes;
    private final Progress progress;
    private final CheckpointKeeper checkpoint;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Runnable onStart;
    private final Runnable onEnd;
    private volatile List<Lane> lanes = List.of();

    /** A sweep that has not been started, and that nobody hears of. */
    public SweepRun(
            final Iterable<SimRef> sims,
            final Map<String, ? extends SweptAccount> accounts,
            final SweepPlan plan,
            final Ports ports) {
        this(sims, accounts, plan, ports, () -> {}, () -> {});
    }

    /**
     * A sweep that has not been started.
     *
     * @param onStart run when it begins to ask
     * @param onEnd run when it has ended, however; only if it had begun
     */
    public SweepRun(
            final Iterable<SimRef> sims,
            final Map<String, ? extends SweptAccount> accounts,
            final SweepPlan plan,
            final Ports ports,
            final Runnable onStart,
            final Runnable onEnd) {
        this.onStart = onStart;
        this.onEnd = onEnd;
        this.sims = sims;
        this.accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
        this.plan = plan;
        this.ports = ports;
        this.ending = new Ending(ports.time(), plan.deadline());
        this.outcomes = new HandOver<>(ports.threads(), READ_AHEAD);
        this.crew = new Crew(ports.threads(), ports.time(), outcomes::call);
        this.progress = new Progress(plan, this.accounts, ports);
        this.checkpoint = new CheckpointKeeper(ports.threads());
    }

    /** Gives every outcome to the sink, and blocks until there is none any more. */
    public SweepProgress run(final SweepSink sink) {
        begin();
        enter();
        try {
            start();
            for (Optional<Delivery> next = next(); next.isPresent(); next = next()) {
                sink.accept(next.get().outcome());
                acknowledge(next.get());
            }
            finish();
            return progress();
        } finally {
            leave();
            close();
        }
    }

    /** The outcomes as a lazy stream. */
    public Stream<SweepOutcome> stream() {
        begin();
        return OutcomeStream.of(this);
    }

    /** How far it is. */
    public SweepProgress progress() {
        return progress.now();
    }

    /** Skips the rest. Returns at once. */
    public void cancel() {
        ending.cancel();
        lanes.forEach(Lane::wake);
        crew.interruptAsking();
    }

    /** Ends it, and waits a little for the workers. Idempotent. */
    public void close() {
        ending.close();
        end();
        outcomes.close();
        lanes.forEach(Lane::wake);
        crew.dismiss();
        final boolean interrupted = Thread.interrupted();
        try {
            crew.join(ports.time().nanoTime() + GRACE.toNanos());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            checkpoint.close();
        }
    }

    /** Opens what must be there before anything is asked. */
    private void begin() {
        if (!begun.compareAndSet(false, true)) {
            throw new IllegalStateException("a sweep is started once; make another one");
        }
        requireOpen();
        plan.checkpoint().ifPresent(place -> checkpoint.keep(Checkpoint.open(place, accounts.keySet())));
    }

    /** The consumer begins to deliver. */
    void enter() {
        checkpoint.enter();
    }

    /** The consumer delivers no more, for now. */
    void leave() {
        checkpoint.leave();
    }

    /** Sets the lanes going. */
    void start() {
        ending.start();
        final Optional<Checkpoint> kept = checkpoint.kept();
        final OptionalLong complete = kept.map(Checkpoint::complete).orElse(OptionalLong.empty());
        if (complete.isPresent()) {
            begin(List.of());
            progress.resumed(complete.getAsLong());
            return;
        }
        final List<LaneStart> starts = new ArrayList<>();
        accounts.forEach((name, account) -> starts.add(lane(name, Optional.of(account))));
        starts.add(lane(Lane.UNKNOWN_ACCOUNTS, Optional.empty()));
        outcomes.expect(starts.size());
        lanes = starts.stream().map(LaneStart::lane).toList();
        begin(lanes);
        try {
            starts.forEach(LaneStart::start);
        } catch (final RejectedExecutionException e) {
            throw UsageException.unavailable(UnavailableCause.LOCAL, "there is no thread to be had for a sweep")
                    .build();
        }
    }

    /** The next outcome, or empty when every SIM has one. */
    Optional<Delivery> next() {
        try {
            while (true) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                final long wait = plan.listener().isPresent() ? BETWEEN_CALLS_WHEN_IDLE : LONG_NANOS;
                final Optional<Delivery> next = outcomes.take(Math.min(wait, crew.relieveOverdue()));
                throwFailure();
                if (next.isPresent()) {
                    return next;
                }
                requireOpen();
                if (outcomes.isOver()) {
                    return Optional.empty();
                }
                progress.tell(false);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled("the thread that runs the sweep was interrupted");
        }
    }

    /** The outcome is where it belongs: what is kept and counted of it comes after that, never before. */
    void acknowledge(final Delivery delivery) {
        checkpoint.acknowledge(delivery);
        progress.ended(delivery);
        progress.tell(false);
    }

    /** Every SIM has its outcome. */
    void finish() {
        end();
        if (progress.isFinal() && !lanes.isEmpty()) {
            checkpoint.complete(lanes, progress().ended());
        }
        progress.tell(true);
    }

    private void begin(final List<Lane> newLanes) {
        progress.start(newLanes);
        onStart.run();
    }

    private void end() {
        if (progress.end()) {
            onEnd.run();
        }
    }

    private LaneStart lane(final String name, final Optional<? extends SweptAccount> account) {
        final Lane lane = LaneStart.lane(
                name,
                sims,
                account.isPresent() ? name::equals : other -> !accounts.containsKey(other),
                checkpoint.kept(),
                ending,
                ports);
        return new LaneStart(lane, account, plan, ending, ports.time(), crew, outcomes, this::fail);
    }

    private void fail(final Throwable cause) {
        failure.compareAndSet(null, cause);
        outcomes.close();
        ending.close();
        lanes.forEach(Lane::wake);
    }

    private void throwFailure() {
        final Throwable cause = failure.get();
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause != null) {
            throw new IllegalStateException("the input of the sweep broke", cause);
        }
    }

    private void requireOpen() {
        throwFailure();
        if (ending.isClosed()) {
            throw cancelled("the sweep was closed");
        }
    }

    private static UsageException cancelled(final String detail) {
        return UsageException.of(Kind.CANCELLED, detail).question("a sweep").build();
    }
}
