package dev.anycarrier.simulation.law;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.simulation.fleet.Said;
import java.util.Optional;

/** Answers as the event log shows them. */
final class Shown {

    private Shown() {}

    static String of(
            final String account,
            final long sim,
            final Optional<UsageResult> result,
            final Optional<Throwable> failure) {
        final String what = result.map(Shown::of)
                .orElseGet(() -> failure.map(thrown -> thrown.toString()).orElse("nothing"));
        return account + " SIM " + sim + ": " + what;
    }

    static String of(final UsageResult result) {
        return result.getClass().getSimpleName() + " " + result.age() + " " + Said.buckets(result.report()) + " "
                + Said.counters(result.report()) + " " + result.changes();
    }
}
