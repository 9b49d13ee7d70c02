package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.Capability;
import dev.anycarrier.testkit.SimulatedCarrier;

/** What a simulated carrier has. */
public final class Capabilities {

    private Capabilities() {}

    public static boolean simulated(final SimulatedCarrier carrier, final Capability capability) {
        return switch (capability) {
            case RECORDS -> !carrier.records().isEmpty();
            case TAG_TOTAL -> !carrier.tagTotals().isEmpty();
            // No carrier's hourly groups have a published shape, so there is no neutral truth to hold them against.
            case USAGE, USAGE_BY_HOUR -> true;
        };
    }
}
