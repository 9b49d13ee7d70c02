package dev.anycarrier.simulation.law;

/** How far a story has come; it outlives the client's process, as the plan of a person does. Used by one thread at a time. */
final class Progressing {

    final int[] nextCall;
    int process;
    int sweepRuns;
    boolean sweepDone;
    boolean readDone;
    boolean closing;

    Progressing(final int clients) {
        this.nextCall = new int[clients];
    }
}
