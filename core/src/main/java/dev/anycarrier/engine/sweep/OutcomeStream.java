package dev.anycarrier.engine.sweep;

import dev.anycarrier.sweep.SweepOutcome;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The outcomes of a sweep for whoever pulls them: each is acknowledged when the next is asked for. Not thread-safe. */
final class OutcomeStream extends Spliterators.AbstractSpliterator<SweepOutcome> {

    private final SweepRun run;
    private Optional<Delivery> last = Optional.empty();
    private boolean started;
    private boolean over;

    private OutcomeStream(final SweepRun run) {
        super(Long.MAX_VALUE, Spliterator.NONNULL | Spliterator.ORDERED);
        this.run = run;
    }

    static Stream<SweepOutcome> of(final SweepRun run) {
        return StreamSupport.stream(new OutcomeStream(run), false).onClose(run::close);
    }

    @Override
    public boolean tryAdvance(final Consumer<? super SweepOutcome> action) {
        if (over) {
            return false;
        }
        boolean goesOn = false;
        run.enter();
        try {
            goesOn = advance(action);
        } finally {
            run.leave();
            if (!goesOn) {
                over = true;
                run.close();
            }
        }
        return goesOn;
    }

    private boolean advance(final Consumer<? super SweepOutcome> action) {
        if (!started) {
            started = true;
            run.start();
        }
        last.ifPresent(run::acknowledge);
        last = Optional.empty();
        final Optional<Delivery> next = run.next();
        if (next.isEmpty()) {
            run.finish();
            return false;
        }
        action.accept(next.get().outcome());
        last = next;
        return true;
    }
}
