package dev.anycarrier.observation;

import dev.anycarrier.watch.AttemptEnd;
import dev.anycarrier.watch.AttemptStart;
import io.micrometer.observation.Observation;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an observation of a request knows: for handlers, filters and conventions of one's own. */
public final class AttemptContext extends Observation.Context {

    private final AttemptStart start;
    private volatile @Nullable AttemptEnd end;

    AttemptContext(final AttemptStart start) {
        this.start = Objects.requireNonNull(start, "start");
    }

    /** How it began. */
    public AttemptStart start() {
        return start;
    }

    /** What became of it; empty while it is on its way. */
    public Optional<AttemptEnd> end() {
        return Optional.ofNullable(end);
    }

    void ended(final AttemptEnd newEnd) {
        end = newEnd;
    }
}
