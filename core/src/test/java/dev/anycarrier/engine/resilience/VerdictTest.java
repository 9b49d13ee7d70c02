package dev.anycarrier.engine.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class VerdictTest {

    @ParameterizedTest
    @EnumSource(
            value = UnavailableCause.class,
            mode = Mode.EXCLUDE,
            names = {"LOCAL", "CIRCUIT_OPEN"})
    void no_usable_answer_is_a_failure_whatever_the_cause(final UnavailableCause cause) {
        assertThat(Verdict.on(UsageException.unavailable(cause, "nothing came").build()))
                .isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @EnumSource(
            value = UnavailableCause.class,
            names = {"LOCAL", "CIRCUIT_OPEN"})
    void what_failed_on_our_side_says_nothing(final UnavailableCause cause) {
        assertThat(Verdict.on(UsageException.unavailable(cause, "not sent").build()))
                .isEqualTo(Verdict.NOTHING_LEARNT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {
                "AUTHENTICATION_FAILED",
                "PERMISSION_DENIED",
                "NOT_FOUND",
                "GONE",
                "PROTOCOL",
                "TOO_LARGE",
                "INVALID_DATA"
            })
    void an_answer_that_is_a_refusal_or_nonsense_is_an_answer(final Kind kind) {
        assertThat(Verdict.on(UsageException.of(kind, "no").build())).isEqualTo(Verdict.ANSWERED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CANCELLED", "DEADLINE_EXCEEDED"})
    void a_call_that_ended_early_says_nothing(final Kind kind) {
        assertThat(Verdict.on(UsageException.of(kind, "over").build())).isEqualTo(Verdict.NOTHING_LEARNT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"REJECTED_INPUT", "UNSUPPORTED", "TOO_MANY_REQUESTS"})
    void a_refusal_that_may_be_our_own_is_an_answer_only_with_a_status(final Kind kind) {
        assertThat(Verdict.on(UsageException.of(kind, "no").build())).isEqualTo(Verdict.NOTHING_LEARNT);
        assertThat(Verdict.on(UsageException.of(kind, "no").status(429).build()))
                .isEqualTo(Verdict.ANSWERED);
    }
}
