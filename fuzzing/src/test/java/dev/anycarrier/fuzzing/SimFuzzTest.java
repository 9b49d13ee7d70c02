package dev.anycarrier.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;

class SimFuzzTest {

    @FuzzTest
    void every_input_has_an_end_that_callers_know(final byte[] input) {
        Target.SIM.read(input);
    }
}
