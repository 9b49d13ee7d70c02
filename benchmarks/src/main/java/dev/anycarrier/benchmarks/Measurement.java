package dev.anycarrier.benchmarks;

import java.util.List;

/** Something to be measured, ours and its peers side by side. */
public interface Measurement {

    /** The goals' identifier, such as {@code P1}. */
    String id();

    /**
     * Measures.
     *
     * @param effort how thoroughly
     * @param processes starts JVMs and other processes
     * @return one line for each goal
     */
    List<Result> measure(Effort effort, Processes processes);
}
