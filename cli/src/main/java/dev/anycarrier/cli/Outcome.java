package dev.anycarrier.cli;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimRef;

/** How the question about one SIM ended. */
sealed interface Outcome {

    /** The SIM that was asked about. */
    SimRef sim();

    /** There is an answer, fresh or stale. */
    record Read(SimRef sim, UsageResult result) implements Outcome {}

    /** There is none, or none that can be used. */
    record Failed(SimRef sim, UsageException failure) implements Outcome {}
}
