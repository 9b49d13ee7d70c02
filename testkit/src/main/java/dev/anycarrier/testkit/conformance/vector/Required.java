package dev.anycarrier.testkit.conformance.vector;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must come of a fault.
 *
 * @param outcomes how the question may end
 * @param retryable whether a failure must say that asking again may help; what its kind says if left out
 * @param requests how many requests the question may take: one if left out, or as many as usual where it goes well
 * @param tokens how many access tokens may be fetched for it; at most one if left out
 * @param askAgain when a failure must say to ask again; not looked at if left out
 * @param withinMs how many milliseconds the question may take
 * @param workMs how many of those the thread that asks may be at work; not looked at if left out
 */
public record Required(
        List<Ending> outcomes,
        @Nullable Boolean retryable,
        @Nullable Range requests,
        @Nullable Range tokens,
        @Nullable AskAgain askAgain,
        int withinMs,
        int workMs) {

    /** The same answer as ever. */
    static final Required OK = new Required(List.of(Ending.of("OK")), null, null, null, null, Integer.MAX_VALUE, 0);

    /** Checks that it requires something. */
    public Required {
        outcomes = List.copyOf(outcomes);
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("a fault must have an outcome");
        }
        if (withinMs <= 0) {
            throw new IllegalArgumentException("within-ms is a time");
        }
    }

    /** The same, or what comes of credentials that are refused, which may be tried once more with a new token. */
    Required orRefusedCredentials() {
        final List<Ending> more = Stream.concat(outcomes.stream(), Stream.of(Ending.of("AUTHENTICATION_FAILED")))
                .distinct()
                .toList();
        return new Required(more, retryable, new Range(1, 2), null, askAgain, withinMs, workMs);
    }

    Range tokensOrDefault() {
        return Optional.ofNullable(tokens).orElse(Range.AT_MOST_ONE);
    }

    @Override
    public String toString() {
        return outcomes.stream().map(Ending::toString).collect(joining(" or "))
                + (retryable == null ? "" : retryable ? ", worth another try" : ", not worth another try")
                + (askAgain == null ? "" : ", " + askAgain)
                + (requests == null ? "" : ", requests: " + requests)
                + (tokens == null ? "" : ", tokens asked for: " + tokens);
    }
}
