package dev.anycarrier.observation;

import dev.anycarrier.observation.AnycarrierObservation.AttemptKey;
import dev.anycarrier.watch.AttemptEnd;
import dev.anycarrier.watch.AttemptStart;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;

/**
 * How a request is named unless a {@link GlobalObservationConvention} of the registry for {@link AttemptContext} says
 * otherwise. Immutable.
 */
public final class AttemptConvention implements GlobalObservationConvention<AttemptContext> {

    static final AttemptConvention DEFAULT = new AttemptConvention();

    private AttemptConvention() {}

    @Override
    public boolean supportsContext(final Observation.Context context) {
        return context instanceof AttemptContext;
    }

    @Override
    public String getName() {
        return "anycarrier.attempt";
    }

    @Override
    public String getContextualName(final AttemptContext context) {
        return context.start().provider() + " " + Words.of(context.start().operation()) + " request";
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(final AttemptContext context) {
        final AttemptStart start = context.start();
        final KeyValues known = Words.account(start.provider(), start.account(), start.node(), start.operation());
        return context.end().map(end -> known.and(ended(end))).orElse(known);
    }

    private static KeyValues ended(final AttemptEnd end) {
        return KeyValues.of(
                AttemptKey.OUTCOME.withValue(Words.outcome(end)),
                AttemptKey.STATUS.withValue(Words.status(end)),
                AttemptKey.CAUSE.withValue(Words.of(end.cause())));
    }
}
