package dev.anycarrier.observation;

import dev.anycarrier.observation.AnycarrierObservation.CallDetail;
import dev.anycarrier.observation.AnycarrierObservation.CallKey;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.watch.CallEnd;
import dev.anycarrier.watch.CallStart;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import java.util.Optional;

/**
 * How a call is named unless a {@link GlobalObservationConvention} of the registry for {@link CallContext} says otherwise.
 * Immutable.
 */
public final class CallConvention implements GlobalObservationConvention<CallContext> {

    static final CallConvention DEFAULT = new CallConvention();

    private CallConvention() {}

    @Override
    public boolean supportsContext(final Observation.Context context) {
        return context instanceof CallContext;
    }

    @Override
    public String getName() {
        return "anycarrier.call";
    }

    @Override
    public String getContextualName(final CallContext context) {
        return context.start().provider() + " " + Words.of(context.start().operation());
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(final CallContext context) {
        final CallStart start = context.start();
        final KeyValues known =
                Words.account(start.provider(), start.account(), start.node(), Optional.of(start.operation()));
        return context.end().map(end -> known.and(ended(end))).orElse(known);
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(final CallContext context) {
        return context.end()
                .map(end -> KeyValues.of(
                        CallDetail.SIM.withValue(
                                context.start().sim().map(Object::toString).orElse(Words.NONE)),
                        CallDetail.CORRELATION_ID.withValue(Words.correlationId(context.start(), end)),
                        CallDetail.ATTEMPTS.withValue(Integer.toString(end.attempts()))))
                .orElseGet(KeyValues::empty);
    }

    private static KeyValues ended(final CallEnd end) {
        return KeyValues.of(
                CallKey.CACHE.withValue(Words.of(end.cache())),
                CallKey.OUTCOME.withValue(Words.outcome(end)),
                CallKey.CAUSE.withValue(Words.of(end.failure().flatMap(UsageException::unavailableCause))));
    }
}
