package dev.anycarrier.engine.limit;

import dev.anycarrier.spi.LimitScope;
import java.time.Duration;

/** The carrier wants no request for a while. */
record Hold(LimitScope scope, Duration length) {}
