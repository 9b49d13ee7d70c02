package dev.anycarrier.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every build has time for: a few thousand inputs each, the same ones each time. */
class ShortRunTest {

    private static final int INPUTS = 3_000;

    /** What nobody accepts teaches a fuzzer nothing about what comes behind. */
    @ParameterizedTest
    @EnumSource(Target.class)
    void some_of_the_inputs_to_begin_with_are_taken(final Target target) {
        assertThat(Samples.of(target)).anyMatch(target::read);
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void a_few_thousand_broken_inputs_have_an_end_that_callers_know(final Target target) {
        final Damage damage = new Damage(Samples.of(target), 20_261_127);
        for (int left = INPUTS; left > 0; left--) {
            final byte[] input = damage.next();
            assertThatCode(() -> target.read(input))
                    .as("%s", HexFormat.of().formatHex(input))
                    .doesNotThrowAnyException();
        }
    }
}
