package embedder;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.observation.AnycarrierLogs;
import dev.anycarrier.observation.AnycarrierObservations;
import dev.anycarrier.testing.ManualClock;
import dev.anycarrier.testing.ScriptedAnswer;
import dev.anycarrier.testing.ScriptedCarrier;
import dev.anycarrier.usage.SimRef;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;

/** In a class of its own, as what it needs is not there everywhere: a carrier in memory, and what is told of it. */
final class Watched {

    private static final String SIM = "8944465400000217735";

    private Watched() {}

    /** How many calls were told to a registry of meters; there is one. */
    static long calls() {
        final MeterRegistry meters = new SimpleMeterRegistry();
        final ScriptedCarrier carrier = ScriptedCarrier.named("eu").with(SIM, ScriptedAnswer.data(2000, 1000));
        final ManualClock clock = ManualClock.startingAt(Instant.parse("2026-11-27T12:00:00Z"));
        try (Anycarrier carriers = ScriptedCarrier.builder(clock, carrier)
                .listener(AnycarrierObservations.of(meters))
                .listener(AnycarrierLogs.create())
                .build()) {
            carriers.usage(SimRef.parse("eu:" + SIM));
        }
        return meters.get("anycarrier.call").timer().count();
    }
}
