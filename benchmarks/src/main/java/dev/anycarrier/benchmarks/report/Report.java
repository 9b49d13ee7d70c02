package dev.anycarrier.benchmarks.report;

import dev.anycarrier.benchmarks.Effort;
import dev.anycarrier.benchmarks.Result;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of a run.
 *
 * @param machine where it ran
 * @param started when it began
 * @param effort how thorough it was
 * @param measured every measurement, in order
 */
record Report(Machine machine, Instant started, Effort effort, List<Measured> measured) {

    Report {
        measured = List.copyOf(measured);
    }

    boolean hasFailures() {
        return measured.stream().anyMatch(each -> each.failure().isPresent());
    }

    Stream<Result> results() {
        return measured.stream().flatMap(each -> each.results().stream());
    }

    /** The results of one goal. */
    List<Result> results(final String id) {
        return results().filter(result -> result.id().equals(id)).toList();
    }
}
