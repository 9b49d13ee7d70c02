package dev.anycarrier.cluster.proof;

import dev.anycarrier.cluster.proof.law.Evidence;
import dev.anycarrier.cluster.proof.law.Hold;
import dev.anycarrier.cluster.proof.law.Trouble;
import dev.anycarrier.cluster.proof.law.Verdict;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A run and what the laws say of it.
 *
 * @param plan what was done
 * @param evidence what is known of it
 * @param verdict what the laws say
 * @param outcomes how many questions ended in what
 * @param length how long it took
 */
record Report(Plan plan, Evidence evidence, Verdict verdict, Map<String, Integer> outcomes, Duration length) {

    Report {
        outcomes = Map.copyOf(outcomes);
    }

    /** One line of figures, and what is broken. */
    @Override
    public String toString() {
        return "seed " + plan.seed() + " " + plan.steps() + (plan.sharesTokens() ? " tokens shared" : " own tokens")
                + ", store paused " + plan.storePause().toMillis() + " ms, " + length.toSeconds() + " s: "
                + count(Purpose.USAGE, 200) + " answers, " + count(Purpose.USAGE, 401) + " refused for their token, "
                + count(Purpose.TOKEN, 200) + " tokens, closest " + closest() + ", outcomes " + new TreeMap<>(outcomes) + ": " + verdict;
    }

    /** All that the carrier saw and was told, a line each. */
    String trace() {
        final StringBuilder text = new StringBuilder(toString());
        final Instant begin = evidence.ledger().get(0).time();
        for (final Trouble trouble : evidence.troubles()) {
            text.append("\ntrouble ")
                    .append(trouble.kind())
                    .append(' ')
                    .append(micros(begin, trouble.from()))
                    .append(" to ")
                    .append(micros(begin, trouble.until()));
        }
        for (final Hold hold : evidence.holds()) {
            text.append("\nheld ")
                    .append(micros(begin, hold.from()))
                    .append(" to ")
                    .append(micros(begin, hold.until()));
        }
        for (final Ledger.Entry entry : evidence.ledger()) {
            text.append('\n')
                    .append(micros(begin, entry.time()))
                    .append(' ')
                    .append(entry.purpose())
                    .append(' ')
                    .append(entry.sim().orElse("-"))
                    .append(' ')
                    .append(entry.status());
        }
        return text.append('\n').toString();
    }

    /** How near each limit was: the shortest span of one request too many, beside the span that it may not be shorter than. */
    private String closest() {
        return evidence.terms().limits().stream()
                .map(limit -> limit.scope() + " "
                        + evidence.closest(limit)
                                .map(span -> Long.toString(span.toMillis()))
                                .orElse("-")
                        + " of " + limit.window().toMillis() + " ms")
                .collect(Collectors.joining(", "));
    }

    private long count(final Purpose purpose, final int status) {
        return evidence.ledger().stream()
                .filter(entry -> entry.purpose() == purpose && entry.status() == status)
                .count();
    }

    private static long micros(final Instant begin, final Instant time) {
        return Duration.between(begin, time).toNanos() / 1000;
    }
}
