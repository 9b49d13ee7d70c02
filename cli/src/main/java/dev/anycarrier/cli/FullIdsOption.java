package dev.anycarrier.cli;

import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import picocli.CommandLine.Option;

/** Whether a table shows SIM ids whole. */
final class FullIdsOption {

    @Option(names = "--full-ids", description = "Show SIM ids whole; by default a table masks them.")
    private boolean full;

    /** Whether they are shown whole. */
    boolean areFull() {
        return full;
    }

    /** The SIM as the table shows it. */
    String text(final SimRef sim) {
        return full ? whole(sim) : sim.toString();
    }

    /** The identifier as the table shows it. */
    String text(final SimId sim) {
        return full ? sim.value() : sim.toString();
    }

    /** The SIM as a person writes it. */
    static String whole(final SimRef sim) {
        return sim.account() + ":" + sim.sim().value();
    }
}
