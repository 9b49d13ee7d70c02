package dev.anycarrier.cli;

import dev.anycarrier.cluster.sweep.ClusterSweepProgress;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks at a sweep again and again until it is over. A database that is away meanwhile is waited for. */
final class ClusterSweepWatch {

    private static final long PERIOD_MILLIS = 500;

    private final long periodMillis;
    private final Surroundings surroundings;
    private final CountDownLatch interrupted;
    private boolean away;

    ClusterSweepWatch(final Surroundings surroundings, final CountDownLatch interrupted) {
        this(surroundings, interrupted, PERIOD_MILLIS);
    }

    /** For tests. */
    ClusterSweepWatch(final Surroundings surroundings, final CountDownLatch interrupted, final long periodMillis) {
        this.periodMillis = periodMillis;
        this.surroundings = surroundings;
        this.interrupted = interrupted;
    }

    /**
     * Waits for the end.
     *
     * @param look how far it is; empty if there is none
     * @return how it ended; empty if there is none, or the wait was interrupted
     */
    Optional<ClusterSweepProgress> untilEnd(
            final Supplier<Optional<ClusterSweepProgress>> look, final Consumer<ClusterSweepProgress> each) {
        try {
            do {
                final Optional<Optional<ClusterSweepProgress>> seen = seen(look);
                if (seen.isPresent()) {
                    final Optional<ClusterSweepProgress> progress = seen.get();
                    progress.ifPresent(each);
                    if (progress.isEmpty() || progress.get().state() != ClusterSweepProgress.State.UNDER_WAY) {
                        return progress;
                    }
                }
            } while (!interrupted.await(periodMillis, TimeUnit.MILLISECONDS));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private Optional<Optional<ClusterSweepProgress>> seen(final Supplier<Optional<ClusterSweepProgress>> look) {
        try {
            final Optional<ClusterSweepProgress> progress = look.get();
            away = false;
            return Optional.of(progress);
        } catch (final UsageException failure) {
            if (failure.kind() != Kind.UNAVAILABLE) {
                throw failure;
            }
            if (!away) {
                surroundings.say("anycarrier: " + failure.getMessage() + "; it is waited for");
                away = true;
            }
            return Optional.empty();
        }
    }
}
