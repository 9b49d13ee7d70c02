package dev.anycarrier.cli;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageReport;

/** How the question about one SIM ended. */
sealed interface Outcome {

    /** The SIM that was asked about. */
    SimRef sim();

    /** The carrier answered. */
    record Read(SimRef sim, UsageReport report) implements Outcome {}

    /** It did not, or not so that it can be used. */
    record Failed(SimRef sim, UsageException failure) implements Outcome {}
}
