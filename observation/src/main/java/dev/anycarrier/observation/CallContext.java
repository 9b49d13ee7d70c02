package dev.anycarrier.observation;

import dev.anycarrier.watch.CallEnd;
import dev.anycarrier.watch.CallStart;
import io.micrometer.observation.Observation;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an observation of a call knows: for handlers, filters and conventions of one's own. */
public final class CallContext extends Observation.Context {

    private final CallStart start;
    private volatile @Nullable CallEnd end;

    CallContext(final CallStart start) {
        this.start = Objects.requireNonNull(start, "start");
    }

    /** How it began. */
    public CallStart start() {
        return start;
    }

    /** How it ended; empty while it goes on. */
    public Optional<CallEnd> end() {
        return Optional.ofNullable(end);
    }

    void ended(final CallEnd newEnd) {
        end = newEnd;
    }
}
