package dev.anycarrier.testkit.conformance;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link SaboteursTest}, of the rules that look at what the whole process shares: one saboteur after the other. */
class SaboteursAloneTest {

    private static final SaboteurTrial TRIAL = SaboteurTrial.alone();

    static List<Saboteur> saboteurs() {
        return TRIAL.saboteurs();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("saboteurs")
    void the_rule_it_breaks_fails_and_no_other_does(final Saboteur saboteur) {
        TRIAL.judge(saboteur);
    }

    @AfterAll
    static void show() throws IOException {
        SaboteurTrial.show();
    }
}
