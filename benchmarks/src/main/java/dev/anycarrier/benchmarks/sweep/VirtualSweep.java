package dev.anycarrier.benchmarks.sweep;

import dev.anycarrier.benchmarks.Effort;
import dev.anycarrier.benchmarks.Goal;
import dev.anycarrier.benchmarks.Measurement;
import dev.anycarrier.benchmarks.Medians;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.benchmarks.Result;
import dev.anycarrier.benchmarks.Result.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** P10: sweeps of ever more SIMs in virtual time: what one SIM costs, and what is alive in the end. */
public final class VirtualSweep implements Measurement {

    private static final int FORKS = 3;
    private static final double BYTES_PER_MEGABYTE = 1_000_000;

    /** One thread does all the work, with no collector's threads beside it, in memory that is there before it begins. */
    private static final List<String> OPTIONS =
            List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");

    @Override
    public String id() {
        return "P10";
    }

    @Override
    public List<Result> measure(final Effort effort, final Processes processes) {
        final Plan plan = Plan.of(effort);
        final List<Map<String, Double>> forks = new ArrayList<>();
        for (int fork = 0; fork < effort.of(1, FORKS); fork++) {
            forks.add(processes.run(OPTIONS, VirtualFork.class, plan.arguments()));
        }
        final List<Figure> micros = figures(plan.sizes, forks, VirtualFork.MICROS, 1, "µs");
        final List<Figure> heaps = figures(plan.sizes, forks, VirtualFork.HEAP, BYTES_PER_MEGABYTE, "MB");
        final double dearest = micros.stream().mapToDouble(Figure::value).max().orElseThrow();
        final double cheapest = micros.stream().mapToDouble(Figure::value).min().orElseThrow();
        final double largest = heaps.get(heaps.size() - 1).value();
        final double large = heaps.get(heaps.size() - 2).value();
        return List.of(
                new Result(
                        "P10",
                        "CPU of a SIM in virtual time, size at which it is dearest / cheapest",
                        dearest / cheapest,
                        "",
                        Goal.atMost(1.10),
                        micros),
                new Result(
                        "P10",
                        "live heap, ten times the SIMs / a number beyond the cache's bound of " + plan.cached,
                        largest / large,
                        "",
                        Goal.atMost(1.10),
                        heaps));
    }

    private static List<Figure> figures(
            final List<Size> sizes,
            final List<Map<String, Double>> forks,
            final String what,
            final double divisor,
            final String unit) {
        return sizes.stream()
                .map(size -> new Figure(
                        String.format("%,d SIMs", size.sims),
                        Medians.of(forks.stream()
                                        .map(fork -> Objects.requireNonNull(fork.get(what + size.sims), what))
                                        .toList())
                                / divisor,
                        unit))
                .toList();
    }

    /**
     * A number of SIMs.
     *
     * @param sims in one sweep
     * @param sweeps how many sweeps are measured
     */
    private record Size(int sims, int sweeps) {}

    /**
     * What is swept.
     *
     * @param cached of how many SIMs the last value is kept
     * @param warmUp how many SIMs are read before
     */
    private record Plan(int cached, int warmUp, List<Size> sizes) {

        static Plan of(final Effort effort) {
            return effort == Effort.SMOKE
                    ? new Plan(50, 100, List.of(new Size(100, 1), new Size(1_000, 1)))
                    : new Plan(
                            10_000,
                            100_000,
                            List.of(
                                    new Size(1_000, 500),
                                    new Size(10_000, 60),
                                    new Size(100_000, 6),
                                    new Size(1_000_000, 1)));
        }

        String[] arguments() {
            final List<String> arguments = new ArrayList<>();
            arguments.add(Integer.toString(cached));
            arguments.add(Integer.toString(warmUp));
            for (final Size size : sizes) {
                arguments.add(Integer.toString(size.sims));
                arguments.add(Integer.toString(size.sweeps));
            }
            return arguments.toArray(String[]::new);
        }
    }
}
