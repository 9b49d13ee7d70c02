package dev.anycarrier.cli;

import dev.anycarrier.usage.SimRef;

/** A line of a file of SIMs that says something, right or wrong. */
sealed interface InputLine {

    /** Its number, from 1. */
    long number();

    /** A line that names a SIM. */
    record Sim(long number, SimRef sim) implements InputLine {}

    /** A line that does not; {@code problem} says why and repeats nothing of it. */
    record Bad(long number, String problem) implements InputLine {}
}
