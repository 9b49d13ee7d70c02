package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Failed;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The worker of a lane whose SIMs are read from the account's records: one walk for each chunk of SIMs. */
final class RecordsWorker {

    /** For how many SIMs one walk serves at most. */
    static final int CHUNK = 100_000;

    /** How often a walk is begun anew because of a limit. */
    private static final int MOST_WALKS = 4;

    private final Lane lane;
    private final SweptAccount account;
    private final Asking asking;
    private final HandOver<Delivery> outcomes;
    private final Ending ending;
    private final TimeSource time;

    RecordsWorker(
            final Lane lane,
            final SweptAccount account,
            final Asking asking,
            final HandOver<Delivery> outcomes,
            final Ending ending,
            final TimeSource time) {
        this.lane = lane;
        this.account = account;
        this.asking = asking;
        this.outcomes = outcomes;
        this.ending = ending;
        this.time = time;
    }

    /** Whether the carrier has records of the whole account. A failure to tell is taken for a yes, and met again by the walk. */
    boolean isOffered() {
        try {
            final Optional<Stream<UsageRecord>> records = account.records(RecordsWalk.month(time.instant()));
            records.ifPresent(Stream::close);
            return records.isPresent();
        } catch (final UsageException e) {
            return e.kind() != Kind.UNSUPPORTED;
        }
    }

    /** Works until there is nothing left, or the sweep is closed. */
    void work(final CrewMember member) {
        for (List<Pending> chunk = chunk(); !chunk.isEmpty(); chunk = chunk()) {
            final Function<Pending, SweepOutcome> answers = answers(chunk, member);
            for (final Pending pending : chunk) {
                outcomes.put(new Delivery(lane, pending.number(), answers.apply(pending)));
            }
        }
    }

    /** The next SIMs to be asked about; those that are not to be are handed over at once. */
    private List<Pending> chunk() {
        final List<Pending> chunk = new ArrayList<>();
        while (chunk.size() < CHUNK) {
            final Optional<Pending> next = lane.take();
            if (next.isEmpty()) {
                break;
            }
            final Optional<Reason> reason = asking.reasonAgainst(next.get());
            if (reason.isEmpty()) {
                chunk.add(next.get());
            } else {
                outcomes.put(new Delivery(lane, next.get().number(), skipped(next.get(), reason.get())));
            }
        }
        return chunk;
    }

    private Function<Pending, SweepOutcome> answers(final List<Pending> chunk, final CrewMember member) {
        for (int walks = 1; ; walks++) {
            final RecordsWalk walk = new RecordsWalk(account, time, chunk.size());
            chunk.forEach(pending -> walk.want(pending.sim()));
            try {
                return walked(walk, member) ? walk::outcome : this::ended;
            } catch (final UsageException e) {
                final Optional<Duration> wait = Postponement.of(e, walks - 1, time);
                if (walks == MOST_WALKS || wait.isEmpty() || ending.isCancelled()) {
                    return failed(e);
                }
                lane.pause(time.nanoTime() + wait.get().toNanos());
            } catch (final Throwable e) {
                return failed(Poison.contained(e, account.name()));
            }
        }
    }

    private boolean walked(final RecordsWalk walk, final CrewMember member) {
        member.beginsAsking();
        try {
            return walk.walk(ending);
        } finally {
            member.endsAsking();
        }
    }

    private Function<Pending, SweepOutcome> failed(final UsageException failure) {
        return ending.isCancelled() ? this::ended : pending -> new Failed(pending.sim(), pending.position(), failure);
    }

    private SweepOutcome ended(final Pending pending) {
        return skipped(pending, ending.isCancelled() ? Reason.CANCELLED : Reason.DEADLINE);
    }

    private static SweepOutcome skipped(final Pending pending, final Reason reason) {
        return new Skipped(pending.sim(), pending.position(), reason);
    }
}
