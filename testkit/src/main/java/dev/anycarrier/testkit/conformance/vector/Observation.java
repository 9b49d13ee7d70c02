package dev.anycarrier.testkit.conformance.vector;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testkit.conformance.trial.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a question ended that was given a fault.
 *
 * @param answer what it was answered, or {@code null} if it failed
 * @param failure what it failed with, or {@code null} if it was answered
 * @param questions how many requests were sent for it, without those for access tokens
 * @param tokens how many access tokens were asked for
 * @param asked when it was asked
 * @param took how long it took
 * @param work how long the thread that asked was at work, which other work on the same machine does not stretch; next to
 *     nothing where the engine asks in a thread of its own
 */
record Observation(
        @Nullable Object answer,
        @Nullable Throwable failure,
        long questions,
        long tokens,
        Instant asked,
        Duration took,
        Duration work) {

    /** What it has to be held against. */
    record Happy(Object answer, long questions, long tokens) {}

    /** What is wrong with it, if anything. */
    Optional<String> finding(final Required required, final Happy happy) {
        if (answer != null) {
            return answered(answer, required, happy);
        }
        if (!(failure instanceof UsageException usageFailure)) {
            return Optional.of((failure == null ? "nothing" : Shown.failure(failure)) + ", which is no UsageException");
        }
        return failed(required, usageFailure);
    }

    /** What is wrong with the time it took, if anything. */
    Optional<String> slowness(final Required required) {
        if (required.workMs() > 0 && work.toMillis() > required.workMs()) {
            return Optional.of(
                    "that after " + work.toMillis() + " ms of work, where " + required.workMs() + " ms would do");
        }
        return took.toMillis() > required.withinMs()
                ? Optional.of("that after " + took.toMillis() + " ms, where " + required.withinMs() + " ms would do")
                : Optional.empty();
    }

    private Optional<String> answered(final Object found, final Required required, final Happy happy) {
        if (required.outcomes().stream().noneMatch(Ending::isOk)) {
            return Optional.of("an answer: " + Shown.answer(found));
        }
        if (!happy.answer().equals(found)) {
            return Optional.of("another answer than without the fault: " + Shown.answer(found));
        }
        return costs(required, new Range(happy.questions(), happy.questions()));
    }

    private Optional<String> failed(final Required required, final UsageException found) {
        final Ending ending = Ending.of(found);
        if (!required.outcomes().contains(ending)) {
            return Optional.of(ending + ": " + found.getMessage());
        }
        final boolean retryable = required.retryable() == null ? ending.retryable() : required.retryable();
        if (found.retryable() != retryable) {
            return Optional.of(ending + ", said to be " + (retryable ? "not " : "") + "worth another try");
        }
        if (required.askAgain() != null && !required.askAgain().holds(found.notBefore(), asked, asked.plus(took))) {
            return Optional.of(ending + ", asked at " + asked + " and to be asked again "
                    + found.notBefore().map(time -> "at " + time).orElse("when the engine thinks fit"));
        }
        return costs(required, Range.ONE).map(cost -> ending + " " + cost);
    }

    private Optional<String> costs(final Required required, final Range usual) {
        final Range allowed = required.requests() == null ? usual : required.requests();
        if (!allowed.holds(questions)) {
            return Optional.of("after " + questions + " requests, where " + allowed + " would do");
        }
        final Range allowedTokens = required.tokensOrDefault();
        return allowedTokens.holds(tokens)
                ? Optional.empty()
                : Optional.of("after " + tokens + " requests for a token, where " + allowedTokens + " would do");
    }
}
