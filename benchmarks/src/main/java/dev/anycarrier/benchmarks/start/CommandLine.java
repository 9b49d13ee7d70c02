package dev.anycarrier.benchmarks.start;

import dev.anycarrier.benchmarks.Effort;
import dev.anycarrier.benchmarks.Goal;
import dev.anycarrier.benchmarks.Measurement;
import dev.anycarrier.benchmarks.Medians;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.benchmarks.Result;
import dev.anycarrier.benchmarks.Result.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** P7: whole processes of the command line beside a JVM that says hello, one after the other in turn. */
public final class CommandLine implements Measurement {

    private static final int RUNS = 21;
    private static final int RUNS_IN_SMOKE = 1;

    @Override
    public String id() {
        return "P7";
    }

    @Override
    public List<Result> measure(final Effort effort, final Processes processes) {
        final int runs = effort.of(RUNS_IN_SMOKE, RUNS);
        final List<Double> hello = new ArrayList<>();
        final List<Double> version = new ArrayList<>();
        final List<Double> usage = new ArrayList<>();
        final Program program = Program.here(processes);
        try (TemporaryFolder folder = TemporaryFolder.create();
                SimulatedCarrier carrier = SimulatedCarrier.start(program, folder)) {
            // The first builds what is not built, and makes the archive of classes.
            program.run("--version");
            final Path state = folder.file("state");
            for (int run = 0; run < runs; run++) {
                hello.add(program.runHelloWorld());
                version.add(program.run("--version"));
                usage.add(program.run(
                        "usage",
                        "--config",
                        carrier.settings().toString(),
                        "--state",
                        state.toString(),
                        carrier.sims().get(run % carrier.sims().size())));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        final Figure floor = figure("a JVM that says hello", hello);
        return List.of(
                result(
                        "anycarrier --version / a JVM that says hello",
                        Goal.atMost(3).stretch(2),
                        floor,
                        version),
                result(
                        "anycarrier usage of one SIM / a JVM that says hello",
                        Goal.atMost(6).stretch(4),
                        floor,
                        usage));
    }

    private static Result result(final String what, final Goal goal, final Figure floor, final List<Double> millis) {
        final Figure ours = figure("Anycarrier", millis);
        return new Result("P7", what, ours.value() / floor.value(), "", goal, List.of(ours, floor));
    }

    private static Figure figure(final String name, final List<Double> millis) {
        return new Figure(name, Medians.of(millis), "ms");
    }
}
