package dev.anycarrier.benchmarks.server;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All answers: the longest prefix that a target begins with wins, and of equals the one that came last. */
final class Answers {

    /** The target that tells what was asked so far; asking it is not counted. */
    static final String COUNT = "/count";

    static final String CPU_NANOS = "cpu-nanos";

    private final List<Answer> longestFirst;
    private final Answer count = Answer.of(COUNT, ByteBuffer.allocate(0), 0);
    private final Answer unknown = Answer.of("", Answer.whole("404 Not Found", "text/plain", new byte[0]), 0);

    Answers(final List<Answer> answers) {
        final List<Answer> sorted = new ArrayList<>();
        for (int i = answers.size() - 1; i >= 0; i--) {
            sorted.add(answers.get(i));
        }
        sorted.sort(Comparator.comparingInt(Answer::prefixLength).reversed());
        longestFirst = List.copyOf(sorted);
    }

    Answer of(final byte[] from, final int begin, final int end) {
        for (int i = 0; i < longestFirst.size(); i++) {
            final Answer answer = longestFirst.get(i);
            if (answer.isFor(from, begin, end)) {
                return answer;
            }
        }
        return count.isFor(from, begin, end) ? counted() : unknown;
    }

    /** One line for each prefix with the number of its requests, after the CPU time that this process has used. */
    private Answer counted() {
        final StringBuilder lines = new StringBuilder();
        lines.append(CPU_NANOS).append(' ').append(cpuNanos()).append('\n');
        for (final Answer answer : longestFirst) {
            lines.append(answer.prefix()).append(' ').append(answer.count()).append('\n');
        }
        lines.append("unknown ").append(unknown.count()).append('\n');
        final byte[] body = lines.toString().getBytes(StandardCharsets.US_ASCII);
        return Answer.of(COUNT, Answer.whole("200 OK", "text/plain", body), 0);
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
