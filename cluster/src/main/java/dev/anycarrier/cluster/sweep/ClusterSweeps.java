package dev.anycarrier.cluster.sweep;

import com.zaxxer.hikari.HikariDataSource;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.usage.SimRef;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Sweeps as the work of several nodes, kept in PostgreSQL. A sweep is planned once, by any node; its SIMs are asked for by
 * whatever nodes there are, and each ends in exactly one kept outcome.
 *
 * <pre>{@code
 * try (ClusterSweeps sweeps = ClusterSweeps.builder()
 *         .database("jdbc:postgresql://db/usage?user=anycarrier").carriers(carriers).node("a").build()) {
 *     sweeps.plan("2026-11-27T00", sims, SweepPlanOptions.defaults());
 *     ...
 *     sweeps.outcomes("2026-11-27T00").forEach(outcome -> store(outcome));
 * }
 * }</pre>
 *
 * <p>A node that is killed leaves its SIMs to the others once it has missed four heartbeats; what it had kept is not asked
 * for again, and what it was asking for may be asked for once more (then the account's cache answers within the carrier's
 * minimum interval). One that stood still and comes back keeps nothing of what others have taken over. Times are those of
 * the database's clock. While the database is away, nothing is asked beyond what is under way; afterwards it goes on by
 * itself. A SIM for which nothing could be asked for want of something on our own side has no outcome, and is come to again.
 *
 * <p>All nodes should have the same accounts: one that does not know an account ends its SIMs as {@link
 * Reason#UNKNOWN_ACCOUNT}. Thread-safe. Methods that need the database block until it answers, and throw {@link
 * UsageException} ({@link Kind#UNAVAILABLE}, for a local cause) if it does not.
 */
public final class ClusterSweeps implements AutoCloseable {

    private static final int LONGEST_IDENTITY = 200;

    private final Database database;
    private final Optional<HikariDataSource> ownSource;
    private final Optional<Workers> workers;
    private final SweepPlanning planning;
    private final SweepTable sweeps;
    private final ProgressReading progress;
    private final AtomicBoolean closed = new AtomicBoolean();

    ClusterSweeps(
            final DataSource source,
            final Optional<HikariDataSource> ownSource,
            final Optional<Anycarrier> carriers,
            final SweepsSettings settings) {
        this.database = new Database(source);
        this.ownSource = ownSource;
        this.planning = new SweepPlanning(database, settings.lanes(), settings.chunkSize());
        this.sweeps = new SweepTable(database);
        this.progress = new ProgressReading(database);
        this.workers = carriers.map(known -> new Workers(source, database, known, settings));
    }

    /** Begins a node. */
    public static ClusterSweepsBuilder builder() {
        return new ClusterSweepsBuilder();
    }

    /** Begins to work, if this node does. */
    void start() {
        workers.ifPresent(Workers::start);
    }

    /**
     * Plans a sweep, exactly once for an identity: whoever plans one that is there joins it, and the SIMs and options given
     * then do not count. Planning that was broken off has planned nothing, and can be repeated. If another node plans it
     * just now, its end is waited for.
     *
     * @param identity what tells sweeps apart, such as the interval that it is for; 1 to 200 characters
     * @param sims the SIMs, gone through once, in memory that does not grow with their number; one that is named several
     *     times counts once, where it was named first. An iterator that is {@link AutoCloseable} is closed
     * @param options how questions are asked
     * @throws IllegalArgumentException if the identity is empty or too long
     * @throws RuntimeException whatever the input throws; then nothing is planned
     */
    public PlannedSweep plan(final String identity, final Iterable<SimRef> sims, final SweepPlanOptions options) {
        requireIdentity(identity);
        return planning.plan(identity, sims, options);
    }

    /** How far a sweep is, or empty if none of that identity is known. */
    public Optional<ClusterSweepProgress> progress(final String identity) {
        return progress.read(identity);
    }

    /** The identities of the sweeps that are kept, the last planned first; at most a hundred. */
    public List<String> identities() {
        return sweeps.identities();
    }

    /**
     * The outcomes that are kept, as a lazy, sequential stream in no particular order; those that come while it is read may
     * be in it or not. Of a cancelled sweep, SIMs that had not ended are {@link Reason#CANCELLED}. Positions are those in
     * the input of the plan. Memory does not grow with the number of SIMs, and the stream need not be closed.
     *
     * @throws UsageException {@link Kind#REJECTED_INPUT} if there is no such sweep
     */
    public Stream<SweepOutcome> outcomes(final String identity) {
        final int sweep = sweeps.find(identity)
                .orElseThrow(() -> UsageException.of(Kind.REJECTED_INPUT, "there is no sweep of that identity")
                        .build());
        return OutcomeReading.of(database, sweep);
    }

    /**
     * Ends a sweep on all nodes: from now on nothing more of it is kept, and nodes stop asking within some seconds.
     *
     * @return whether there was one under way
     */
    public boolean cancel(final String identity) {
        return sweeps.cancel(identity);
    }

    /**
     * Removes a sweep and all of its outcomes; one that is under way ends. The identity can then be planned anew.
     *
     * @return whether there was one
     */
    public boolean forget(final String identity) {
        return sweeps.forget(identity);
    }

    /**
     * Stops working, leaves what is not done to the other nodes at once, and leaves no thread behind; a data source of the
     * user's stays open. Idempotent. To be closed before the {@link Anycarrier}.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            workers.ifPresent(Workers::close);
            ownSource.ifPresent(HikariDataSource::close);
        }
    }

    private static void requireIdentity(final String identity) {
        if (identity.isBlank() || identity.length() > LONGEST_IDENTITY || identity.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a sweep's identity has 1 to 200 characters");
        }
    }
}
