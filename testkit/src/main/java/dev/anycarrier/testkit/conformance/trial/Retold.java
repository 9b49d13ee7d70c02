package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How a question ended after one value in the carrier's answers was changed.
 *
 * @param how what was asked and changed, as the beginning of a sentence
 * @param answer what it returned, unless it failed
 * @param failure what it failed with
 * @param <T> what the question returns
 */
public record Retold<T>(String how, Optional<T> answer, Optional<UsageException> failure) {

    private static final Set<Kind> UNREADABLE = Set.of(Kind.INVALID_DATA, Kind.TOO_LARGE);

    /** A failure, if that is how it ended, has to say that the data cannot be read. */
    public Retold<T> mustFailAsUnreadable() {
        failure.ifPresent(failed -> Violation.unless(
                UNREADABLE.contains(failed.kind()), how + ", it is not INVALID_DATA but " + failed.getMessage()));
        return this;
    }

    /** An answer, if that is how it ended, has to be free of what the function finds. */
    public void mustAnswerWithout(final Function<T, Optional<String>> dishonest) {
        answer.flatMap(dishonest).ifPresent(found -> {
            throw new Violation(how + ", " + found);
        });
    }

    /** It has to fail, and to say that the data cannot be read. */
    public void mustBeUnreadable() {
        answer.ifPresent(given -> {
            throw new Violation(how + ", it was answered: " + Shown.answer(given));
        });
        mustFailAsUnreadable();
    }
}
