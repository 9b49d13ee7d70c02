package com.example.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testing.ManualClock;
import dev.anycarrier.testing.ScriptedAnswer;
import dev.anycarrier.testing.ScriptedCarrier;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.SimRef;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BalanceTest {

    private static final SimRef SIM = SimRef.parse("airalo-eu:8944465400000217735");

    private final ManualClock clock = ManualClock.startingAt(Instant.parse("2026-11-27T12:00:00Z"));
    private final ScriptedCarrier carrier = ScriptedCarrier.named("airalo-eu", "airalo");

    @Test
    void a_carrier_that_comes_back_is_asked_again() {
        carrier.with(
                "8944465400000217735",
                ScriptedAnswer.fails(Kind.UNAVAILABLE),
                ScriptedAnswer.data(5_000_000_000L, 1_200_000_000L).after(Duration.ofSeconds(3)));
        try (Anycarrier carriers = ScriptedCarrier.builder(clock, carrier).build()) {
            assertThat(new Balance(carriers).left(SIM)).contains(Quantity.bytes(1_200_000_000L));
        }
        assertThat(carrier.asked()).hasSize(2);
    }

    @Test
    void a_sim_that_the_carrier_does_not_know_is_an_error_and_not_an_empty_balance() {
        try (Anycarrier carriers = ScriptedCarrier.builder(clock, carrier).build()) {
            assertThatThrownBy(() -> new Balance(carriers).left(SIM))
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND));
        }
    }
}
