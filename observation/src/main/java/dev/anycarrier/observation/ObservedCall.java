package dev.anycarrier.observation;

import dev.anycarrier.watch.AttemptStart;
import dev.anycarrier.watch.AttemptWatch;
import dev.anycarrier.watch.CallEnd;
import dev.anycarrier.watch.CallStart;
import dev.anycarrier.watch.CallWatch;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/** A call as an observation, and its attempts as children of that. */
final class ObservedCall implements CallWatch {

    private final ObservationRegistry registry;
    private final CallContext context;
    private final Observation observation;

    /** Begins under the current observation of this thread, if there is one. */
    ObservedCall(final ObservationRegistry registry, final CallStart start) {
        this.registry = registry;
        this.context = new CallContext(start);
        this.observation = AnycarrierObservation.CALL
                .observation(null, CallConvention.DEFAULT, () -> context, registry)
                .start();
    }

    @Override
    public AttemptWatch attempted(final AttemptStart start) {
        return attempt(registry, observation, start);
    }

    /** A request that belongs to no call if there is no parent. */
    static AttemptWatch attempt(
            final ObservationRegistry registry, final @Nullable Observation parent, final AttemptStart start) {
        final AttemptContext context = new AttemptContext(start);
        final Observation attempt =
                AnycarrierObservation.ATTEMPT.observation(null, AttemptConvention.DEFAULT, () -> context, registry);
        if (parent != null) {
            attempt.parentObservation(parent);
        }
        attempt.start();
        return end -> {
            context.ended(end);
            attempt.stop();
        };
    }

    @Override
    public void ended(final CallEnd end) {
        context.ended(end);
        if (end.failed()) {
            end.failure().ifPresent(observation::error);
        }
        observation.stop();
    }
}
