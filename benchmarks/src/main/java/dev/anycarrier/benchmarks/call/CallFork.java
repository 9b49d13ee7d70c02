package dev.anycarrier.benchmarks.call;

import dev.anycarrier.benchmarks.Processes;
import java.util.Arrays;

/**
 * Asks about one SIM after the other, and tells what an answer costs: {@code cpu} in microseconds of the whole process,
 * the time of the middle one on the {@code wall}'s clock in microseconds, {@code bytes} allocated by all threads.
 *
 * <p>Arguments: the {@link Peer}, the server's port, how many questions to warm up and how many to measure.
 */
final class CallFork {

    static final String CPU = "cpu";
    static final String WALL = "wall";
    static final String BYTES = "bytes";

    private static final double NANOS_OF_A_MICROSECOND = 1000;

    /** Between the halves of the warm-up, for the compiler to catch up: so much shorter than they are themselves. */
    private static final int QUESTIONS_FOR_A_MILLISECOND = 200;

    /** A thread of the engine ends when it had nothing to do for longer than so many questions take. */
    private static final int SLICE = 2_000;

    private CallFork() {}

    /** Runs it. */
    public static void main(final String[] arguments) throws InterruptedException {
        final int port = Integer.parseInt(arguments[1]);
        final int warmUp = Integer.parseInt(arguments[2]);
        final int measured = Integer.parseInt(arguments[3]);
        try (Caller caller = Peer.valueOf(arguments[0]).open(port)) {
            final SimNumber[] sims = SimNumber.range(0, warmUp + measured);
            ask(caller, sims, 0, warmUp / 2);
            Thread.sleep(warmUp / QUESTIONS_FOR_A_MILLISECOND);
            ask(caller, sims, warmUp / 2, warmUp);
            Thread.sleep(warmUp / QUESTIONS_FOR_A_MILLISECOND);
            measure(caller, sims, warmUp);
        }
    }

    private static void measure(final Caller caller, final SimNumber[] sims, final int from) {
        final int measured = sims.length - from;
        final long[] took = new long[measured];
        final ProcessUse first = ProcessUse.now();
        ProcessUse last = first;
        long bytes = 0;
        for (int begin = from; begin < sims.length; begin += SLICE) {
            final int end = Math.min(sims.length, begin + SLICE);
            final long[] each = ask(caller, sims, begin, end);
            System.arraycopy(each, 0, took, begin - from, each.length);
            final ProcessUse now = ProcessUse.now();
            bytes += now.allocatedSince(last);
            last = now;
        }
        Processes.report(CPU, (last.cpuNanos() - first.cpuNanos()) / NANOS_OF_A_MICROSECOND / measured);
        Processes.report(WALL, median(took) / NANOS_OF_A_MICROSECOND);
        Processes.report(BYTES, (double) bytes / measured);
    }

    /** How long each took, in nanoseconds. */
    private static long[] ask(final Caller caller, final SimNumber[] sims, final int from, final int to) {
        final long[] took = new long[to - from];
        long sum = 0;
        for (int i = from; i < to; i++) {
            final long begun = System.nanoTime();
            sum += caller.remaining(sims[i]);
            took[i - from] = System.nanoTime() - begun;
        }
        if (sum == 0 && from < to) {
            throw new IllegalStateException("nothing was left of anything");
        }
        return took;
    }

    private static double median(final long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
