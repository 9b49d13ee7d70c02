package dev.anycarrier.benchmarks.records;

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

/** P5: an account's records to the sums of its SIMs. */
public final class RecordsToSums implements Measurement {

    private static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g");

    @Override
    public String id() {
        return "P5";
    }

    @Override
    public List<Result> measure(final Effort effort, final Processes processes) {
        final int distinct = effort.of(2, 100);
        final int pages = effort.of(2, 1_000);
        // What is done once a page is compiled after some thousands of them: up to the sixteenth walk compilers
        // take CPU beside the reader.
        final int warmUp = effort.of(0, 20);
        final int walks = warmUp + effort.of(1, 5);
        final List<Map<String, Double>> runs = new ArrayList<>();
        for (int round = 0; round < effort.of(1, 3); round++) {
            runs.add(processes.run(
                    HEAP,
                    RecordsRun.class,
                    Integer.toString(distinct),
                    Integer.toString(pages),
                    Integer.toString(walks)));
        }
        final double ours = median(runs, RecordsRun.ENGINE, RecordsRun.CPU, warmUp, walks);
        final double theirs = median(runs, RecordsRun.DATABIND, RecordsRun.CPU, warmUp, walks);
        final List<Figure> figures = new ArrayList<>();
        for (final String way : List.of(RecordsRun.ENGINE, RecordsRun.DATABIND, RecordsRun.STREAMING)) {
            figures.add(new Figure(way + ", CPU", median(runs, way, RecordsRun.CPU, warmUp, walks), "ns"));
            figures.add(new Figure(way + ", wall", median(runs, way, RecordsRun.WALL, warmUp, walks), "ns"));
            figures.add(new Figure(way + ", allocated", median(runs, way, RecordsRun.BYTES, warmUp, walks), "B"));
        }
        final Map<String, Double> heap = processes.run(
                List.of("-Xmx256m"),
                HeapRun.class,
                Integer.toString(effort.of(10, 100)),
                Integer.toString(effort.of(10, 1_000)));
        return List.of(
                new Result(
                        id(),
                        "records to a sum per SIM / Jackson databind to a list: CPU of a record",
                        ours / theirs,
                        "",
                        Goal.atMost(0.70).stretch(0.40),
                        figures),
                new Result(
                        id(),
                        "records to a sum per SIM: allocated for a record",
                        median(runs, RecordsRun.ENGINE, RecordsRun.BYTES, warmUp, walks),
                        "B",
                        Goal.atMost(64),
                        List.of()),
                new Result(
                        id(),
                        "heap after a million records / after the first tenth of them",
                        look(heap, HeapRun.LOOKS) / look(heap, 1),
                        "",
                        Goal.atMost(1.1),
                        List.of(
                                new Figure("after the first tenth", look(heap, 1), "B"),
                                new Figure("at the end", look(heap, HeapRun.LOOKS), "B"))));
    }

    private static double look(final Map<String, Double> heap, final int number) {
        return Objects.requireNonNull(heap.get(HeapRun.look(number)));
    }

    private static double median(
            final List<Map<String, Double>> runs,
            final String way,
            final String what,
            final int warmUp,
            final int walks) {
        final List<Double> all = new ArrayList<>();
        for (final Map<String, Double> run : runs) {
            for (int walk = warmUp; walk < walks; walk++) {
                all.add(Objects.requireNonNull(run.get(RecordsRun.name(way, walk, what))));
            }
        }
        return Medians.of(all);
    }
}
