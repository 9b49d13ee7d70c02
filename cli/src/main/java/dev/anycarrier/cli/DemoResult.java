package dev.anycarrier.cli;

import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.usage.UsageReport;
import java.util.Optional;

/**
 * What the demo asked and how it ended.
 *
 * @param sim the SIM
 * @param outcome how the question about it ended
 */
record DemoResult(DemoSim sim, Outcome outcome) {

    /** The account, which is called like the carrier. */
    String carrier() {
        return sim.ref().account();
    }

    /** The report, or empty if there is none. */
    Optional<UsageReport> report() {
        return outcome instanceof Outcome.Read read ? Optional.of(read.result().report()) : Optional.empty();
    }

    /** The truth that a report must tell, or empty if there must be none. */
    Optional<SimTruth> reportableTruth() {
        return sim.truth().filter(truth -> !truth.gone());
    }

    /** How the outcome differs from the truth, as a line for people, or empty if it does not. */
    Optional<String> difference() {
        final String expected = expected();
        final String found = found();
        final boolean equal = expected.equals(found)
                && reportableTruth()
                        .map(truth ->
                                report().filter(report -> tells(report, truth)).isPresent())
                        .orElse(true);
        return equal
                ? Optional.empty()
                : Optional.of(sim.ref() + ": " + found + " was read, " + expected + " is true"
                        + (expected.equals(found) ? ", but with other figures" : ""));
    }

    private String expected() {
        return reportableTruth()
                .map(truth -> truth.status().name())
                .orElse((sim.truth().isPresent() ? Kind.GONE : Kind.NOT_FOUND).name());
    }

    private String found() {
        return outcome instanceof Outcome.Failed failed
                ? failed.failure().kind().name()
                : report().map(report -> report.status().name()).orElse("");
    }

    private static boolean tells(final UsageReport report, final SimTruth truth) {
        return report.sim().equals(truth.sim())
                && report.status() == truth.status()
                && report.buckets().equals(truth.buckets())
                && report.counters().equals(truth.counters());
    }
}
