package dev.anycarrier.benchmarks.report;

import dev.anycarrier.benchmarks.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one measurement.
 *
 * @param id the goal's
 * @param results a line for each ratio; none if it failed
 * @param failure why it failed
 * @param took how long it took
 */
record Measured(String id, List<Result> results, Optional<String> failure, Duration took) {

    Measured {
        results = List.copyOf(results);
    }
}
