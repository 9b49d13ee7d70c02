package dev.anycarrier.simulation.law;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.function.Consumer;

/** A question ends by its deadline, and within 100 milliseconds of an interrupt, whose flag is kept. */
final class Deadlines {

    private static final Duration DEFAULT = Duration.ofSeconds(30);
    private static final long SLACK = Duration.ofMillis(100).toNanos();

    private Deadlines() {}

    static void check(final Evidence evidence, final Consumer<String> broken) {
        for (final CallOutcome outcome : evidence.calls) {
            final long suspended = evidence.suspended(outcome.begun(), outcome.ended());
            final Duration deadline = outcome.call().options().deadline().orElse(DEFAULT);
            final long took = outcome.ended() - outcome.begun() - suspended;
            if (took > Math.max(0, deadline.toNanos()) + SLACK) {
                broken.accept("took " + Duration.ofNanos(took) + " where " + deadline + " were allowed: " + outcome);
            }
            outcome.interrupted().ifPresent(at -> interrupted(outcome, at, suspended, broken));
            outcome.failure()
                    .filter(failure -> !(failure instanceof UsageException))
                    .ifPresent(failure -> broken.accept("something else than a UsageException: " + outcome));
            if (outcome.interrupted().isEmpty() && !outcome.closing() && isCancelled(outcome)) {
                broken.accept("cancelled, and nobody cancelled it: " + outcome);
            }
        }
    }

    private static void interrupted(
            final CallOutcome outcome, final long at, final long suspended, final Consumer<String> broken) {
        if (outcome.ended() - at - suspended > SLACK) {
            broken.accept("went on after an interrupt: " + outcome);
        }
        if (!outcome.flagKept()) {
            broken.accept("lost the interrupt flag: " + outcome);
        }
    }

    private static boolean isCancelled(final CallOutcome outcome) {
        return outcome.failure()
                .filter(UsageException.class::isInstance)
                .map(UsageException.class::cast)
                .filter(failure -> failure.kind() == Kind.CANCELLED)
                .isPresent();
    }
}
