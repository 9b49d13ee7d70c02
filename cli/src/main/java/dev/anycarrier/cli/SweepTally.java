package dev.anycarrier.cli;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a sweep came to: kept of its outcomes is what the end needs, whatever their number. */
final class SweepTally {

    private final Map<UsageException.Kind, Long> failures = new EnumMap<>(UsageException.Kind.class);
    private final Map<Reason, Long> skipped = new EnumMap<>(Reason.class);
    private final List<Long> duplicates = new ArrayList<>();
    private Optional<ExitCode> firstTrouble = Optional.empty();

    /** Adds an outcome that was printed. */
    void add(final SweepOutcome outcome) {
        if (outcome instanceof SweepOutcome.Failed failed) {
            final UsageException.Kind kind = failed.failure().kind();
            failures.merge(kind, 1L, Long::sum);
            trouble(ExitCode.of(kind));
        } else if (outcome instanceof SweepOutcome.Skipped skip) {
            skipped.merge(skip.reason(), 1L, Long::sum);
            trouble(codeOf(skip.reason()));
            if (skip.reason() == Reason.DUPLICATE && duplicates.size() < LineProblems.NAMED) {
                duplicates.add(skip.position());
            }
        }
    }

    /** The positions of the first duplicates, in ascending order. */
    List<Long> duplicates() {
        final List<Long> positions = new ArrayList<>(duplicates);
        Collections.sort(positions);
        return positions;
    }

    /** How many SIMs were skipped for a reason. */
    long skipped(final Reason reason) {
        return skipped.getOrDefault(reason, 0L);
    }

    /** Whether a resumed sweep would come to some of the SIMs again. */
    boolean leavesSome() {
        return skipped(Reason.DEADLINE) + skipped(Reason.CANCELLED) > 0;
    }

    /** The exit code of a sweep that went to its end. */
    ExitCode exitCode(final SweepProgress end, final SimCount input) {
        if (firstTrouble.isEmpty() && input.bad() == 0) {
            return ExitCode.OK;
        }
        return end.resumed() + end.done() + end.stale() > 0 ? ExitCode.PARTIAL : firstTrouble.orElse(ExitCode.USAGE);
    }

    /** What an outcome ends with, if nothing else could be read; empty if it was read. */
    static Optional<ExitCode> codeOf(final SweepOutcome outcome) {
        final SweepTally one = new SweepTally();
        one.add(outcome);
        return one.firstTrouble;
    }

    /** What it came to, on one line. */
    String summary(final SweepProgress end, final SimCount input) {
        final StringBuilder text = new StringBuilder(input.sims() + " SIMs");
        if (end.resumed() > 0) {
            text.append(", ").append(end.resumed()).append(" of them before");
        }
        text.append(": ").append(end.done()).append(" read");
        append(text, end.stale(), "stale", Map.of());
        append(text, end.failed(), "failed", failures);
        append(text, end.skipped(), "skipped", skipped);
        append(text, input.bad(), "bad lines", Map.of());
        return text.toString();
    }

    private static void append(
            final StringBuilder text, final long count, final String what, final Map<? extends Enum<?>, Long> kinds) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
        if (!kinds.isEmpty()) {
            text.append(kinds.entrySet().stream()
                    .map(kind -> kind.getKey().name() + " " + kind.getValue())
                    .collect(Collectors.joining(", ", " (", ")")));
        }
    }

    private void trouble(final ExitCode code) {
        if (firstTrouble.isEmpty()) {
            firstTrouble = Optional.of(code);
        }
    }

    private static ExitCode codeOf(final Reason reason) {
        return switch (reason) {
            case DUPLICATE, UNKNOWN_ACCOUNT -> ExitCode.USAGE;
            case DEADLINE -> ExitCode.UNAVAILABLE;
            case CANCELLED -> ExitCode.UNEXPECTED;
        };
    }
}
