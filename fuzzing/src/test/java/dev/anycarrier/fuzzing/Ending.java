package dev.anycarrier.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException;
import java.util.Optional;
import java.util.function.Supplier;

/** The two ways in which a question may end. */
final class Ending {

    private static final int LONGEST_MESSAGE = 2_000;

    private Ending() {}

    /** The answer, or empty if the question failed as it may; anything else is thrown on. */
    static <T> Optional<T> of(final Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (final UsageException failure) {
            check(failure);
            return Optional.empty();
        }
    }

    private static void check(final UsageException failure) {
        assertThat(failure.getCause()).isNull();
        assertThat(failure.getMessage()).hasSizeLessThan(LONGEST_MESSAGE).doesNotContain(CannedContext.SECRET);
    }
}
