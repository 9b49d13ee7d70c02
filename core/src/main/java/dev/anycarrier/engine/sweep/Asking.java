package dev.anycarrier.engine.sweep;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome.Failed;
import dev.anycarrier.sweep.SweepOutcome.Read;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks an account about one SIM for a sweep, if it is to be asked at all. Thread-safe. */
final class Asking {

    private final Optional<? extends SweptAccount> account;
    private final CallOptions options;
    private final Ending ending;
    private final TimeSource time;

    /** Asks the account; without one, every SIM is of an unknown account. */
    Asking(
            final Optional<? extends SweptAccount> account,
            final CallOptions options,
            final Ending ending,
            final TimeSource time) {
        this.account = account;
        this.options = options;
        this.ending = ending;
        this.time = time;
    }

    /** Why a SIM is not to be asked about, or empty if it is. */
    Optional<Reason> reasonAgainst(final Pending pending) {
        if (ending.isCancelled()) {
            return Optional.of(Reason.CANCELLED);
        }
        if (pending.duplicate()) {
            return Optional.of(Reason.DUPLICATE);
        }
        if (account.isEmpty()) {
            return Optional.of(Reason.UNKNOWN_ACCOUNT);
        }
        return ending.isPastDeadline(time.nanoTime()) ? Optional.of(Reason.DEADLINE) : Optional.empty();
    }

    /**
     * Asks; an error that leaves the virtual machine unsound is thrown, nothing else is.
     *
     * @param relief starts another worker, which {@linkplain #askInstead takes over}; what comes of this one is of no use then
     */
    Answer ask(final Pending pending, final CrewMember worker, final Runnable relief) {
        return answer(pending, worker, () -> reasonAgainst(pending), asked -> {
            final CallOptions within = within(asked);
            final long due = time.nanoTime() + bounded(within.deadline().orElseGet(asked::deadline));
            return asked.usage(pending.sim().sim(), within, worker.mayFly(pending, due, relief));
        });
    }

    /** Asks in the place of one whose time is over, or soon will be. */
    Answer askInstead(final Pending pending, final CrewMember worker, final long due) {
        final Duration left = Duration.ofNanos(Math.max(0, due - time.nanoTime()));
        return answer(
                pending,
                worker,
                () -> ending.isCancelled() ? Optional.of(Reason.CANCELLED) : Optional.empty(),
                asked -> asked.usage(pending.sim().sim(), options.withDeadline(left), Optional.empty()));
    }

    private Answer answer(
            final Pending pending,
            final CrewMember worker,
            final Supplier<Optional<Reason>> against,
            final Function<SweptAccount, UsageResult> question) {
        worker.beginsAsking();
        try {
            // Looked at again, now that a cancelling thread sees this one.
            final Optional<Reason> reason = against.get();
            if (reason.isPresent()) {
                return skipped(pending, reason.get());
            }
            return new Answer.Ended(new Read(pending.sim(), pending.position(), question.apply(account.orElseThrow())));
        } catch (final UsageException e) {
            return afterFailure(pending, e);
        } catch (final Throwable e) {
            return failed(pending, Poison.contained(e, pending.sim().account()));
        } finally {
            worker.endsAsking();
        }
    }

    private static long bounded(final Duration deadline) {
        final Duration longest = CallOptions.LONGEST_DEADLINE;
        return deadline.isNegative() ? 0 : (deadline.compareTo(longest) > 0 ? longest : deadline).toNanos();
    }

    static Answer skipped(final Pending pending, final Reason reason) {
        return new Answer.Ended(new Skipped(pending.sim(), pending.position(), reason));
    }

    private static Answer failed(final Pending pending, final UsageException failure) {
        return new Answer.Ended(new Failed(pending.sim(), pending.position(), failure));
    }

    private Answer afterFailure(final Pending pending, final UsageException failure) {
        if (failure.kind() == Kind.CANCELLED && ending.isCancelled()) {
            return skipped(pending, Reason.CANCELLED);
        }
        final boolean forAll = Postponement.concernsAccount(failure);
        // What no SIM is to blame for does not count against this one.
        final Optional<Duration> wait = Postponement.of(failure, forAll ? 0 : pending.deferrals(), time);
        if (wait.isEmpty()) {
            return failed(pending, failure);
        }
        if (ending.isCancelled()) {
            return skipped(pending, Reason.CANCELLED);
        }
        final long now = time.nanoTime();
        return ending.left(now).filter(left -> left.compareTo(wait.get()) <= 0).isPresent()
                ? skipped(pending, Reason.DEADLINE)
                : forAll
                        ? new Answer.Held(now + wait.get().toNanos())
                        : new Answer.Later(now + wait.get().toNanos());
    }

    /** The options, with a deadline no later than the sweep's. */
    private CallOptions within(final SweptAccount asked) {
        final Duration own = options.deadline().orElseGet(asked::deadline);
        return ending.left(time.nanoTime())
                .filter(left -> left.compareTo(own) < 0)
                .map(options::withDeadline)
                .orElse(options);
    }
}
