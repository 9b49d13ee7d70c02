package dev.anycarrier.engine.limit;

import dev.anycarrier.spi.LimitScope;
import java.time.Duration;
import java.util.Objects;

/** The carrier wants no request for a while. */
public record Hold(LimitScope scope, Duration length) {

    /** Checks that both are there. */
    public Hold {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(length, "length");
    }
}
