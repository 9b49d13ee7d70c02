package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.UsageException;
import java.util.function.Supplier;

/** Asks, and takes no other ending than the one that is allowed. */
public final class Asking {

    private Asking() {}

    /** What a question returns. */
    public static <T> T mustSucceed(final String asked, final Supplier<T> question) {
        try {
            return question.get();
        } catch (final Violation | NotTried e) {
            throw e;
        } catch (final RuntimeException | StackOverflowError | LinkageError e) {
            throw new Violation(asked + " ended in " + Shown.failure(e));
        }
    }

    /** What a question fails with. */
    public static UsageException mustFail(final String asked, final Supplier<?> question) {
        final Object answer;
        try {
            answer = question.get();
        } catch (final UsageException e) {
            return e;
        } catch (final Violation | NotTried e) {
            throw e;
        } catch (final RuntimeException | StackOverflowError | LinkageError e) {
            throw new Violation(asked + " ended in " + Shown.failure(e) + ", which is no UsageException");
        }
        throw new Violation(asked + " was answered: " + Shown.answer(answer));
    }
}
