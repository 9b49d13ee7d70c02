package dev.anycarrier.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tells those who listen, and goes on whatever they throw. */
public final class Told {

    private Told() {}

    /** Tells each. */
    public static <L> void all(final List<? extends L> listeners, final Consumer<? super L> news) {
        each(listeners, listener -> {
            news.accept(listener);
            return true;
        });
    }

    /** Tells each, and returns what they answer; one that throws, or answers nothing, is left out. */
    static <L, R> List<R> each(final List<? extends L> listeners, final Function<? super L, ? extends R> news) {
        final List<R> answers = new ArrayList<>(listeners.size());
        for (final L listener : listeners) {
            tell(listener, news).ifPresent(answers::add);
        }
        return answers;
    }

    private static <L, R> Optional<R> tell(final L listener, final Function<? super L, ? extends R> news) {
        try {
            return Optional.of(news.apply(listener));
        } catch (final Exception | StackOverflowError | LinkageError | AssertionError e) {
            // Who watches a call does not break it.
            return Optional.empty();
        }
    }
}
