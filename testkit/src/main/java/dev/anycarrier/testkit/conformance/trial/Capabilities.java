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
            case USAGE_BY_HOUR -> carrier.groupsByHour();
            case USAGE -> true;
        };
    }
}
