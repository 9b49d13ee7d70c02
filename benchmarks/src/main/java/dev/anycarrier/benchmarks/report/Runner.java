package dev.anycarrier.benchmarks.report;

import dev.anycarrier.benchmarks.Measurement;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.benchmarks.Result;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes one measurement after the other; one that fails ends none of the others. */
final class Runner {

    private final PrintStream progress;

    Runner(final PrintStream progress) {
        this.progress = progress;
    }

    Report run(final List<Measurement> measurements, final Options options, final Processes processes) {
        final Instant started = Instant.now();
        final List<Measured> measured = new ArrayList<>();
        for (final Measurement measurement : measurements) {
            if (options.wants(measurement.id())) {
                progress.print(measurement.id() + " …");
                progress.flush();
                final Measured one = measure(measurement, options, processes);
                measured.add(one);
                progress.println(" " + one.took().toSeconds() + " s"
                        + one.failure().map(failure -> ", failed: " + failure).orElse(""));
            }
        }
        return new Report(Machine.here(), started, options.effort(), measured);
    }

    private static Measured measure(final Measurement measurement, final Options options, final Processes processes) {
        final long started = System.nanoTime();
        List<Result> results = List.of();
        Optional<String> failure = Optional.empty();
        try {
            results = measurement.measure(options.effort(), processes);
        } catch (final RuntimeException | LinkageError | AssertionError e) {
            failure = Optional.of(text(e));
        }
        return new Measured(measurement.id(), results, failure, Duration.ofNanos(System.nanoTime() - started));
    }

    private static String text(final Throwable failure) {
        final StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString().strip();
    }
}
