package dev.anycarrier.engine.fresh;

import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.Random;

/** Values of one account on a clock of the test. */
final class SomeValues {

    static final Duration UNKNOWN_FOR = Duration.ofMinutes(5);
    static final Duration KEPT_FOR = Duration.ofDays(7);
    static final int MOST = 100;

    private SomeValues() {}

    static UsageValues values(final JumpingTime time, final StateStore store) {
        return values(time, store, MOST, UNKNOWN_FOR, KEPT_FOR);
    }

    static UsageValues values(
            final JumpingTime time,
            final StateStore store,
            final int most,
            final Duration unknownFor,
            final Duration keptFor) {
        final Ports ports = new Ports(time, Threads.system(), NameResolver.system(), new Random(1));
        return new UsageValues(ports, store, "main-key", most, unknownFor, keptFor);
    }

    static UsageException notFound() {
        return UsageException.of(Kind.NOT_FOUND, "HTTP 404").status(404).build();
    }
}
