package dev.anycarrier.engine.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RetriesTest {

    private static final int MANY = 1_000_000;

    private final ManualTime time = new ManualTime();

    @ParameterizedTest
    @CsvSource({"1, 250", "2, 500", "3, 1000", "4, 2000", "5, 4000", "6, 8000", "7, 10000", "8, 10000", "70, 10000"})
    void a_pause_is_anything_up_to_a_bound_that_doubles(final int attempts, final long millis) {
        final Retries retries = generous();
        final List<Duration> pauses = new ArrayList<>();
        for (int each = 0; each < 1000; each++) {
            retries.began();
            pauses.add(retries.pause(attempts, down()).orElseThrow());
        }
        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isBetween(Duration.ZERO, Duration.ofMillis(millis)));
        assertThat(pauses).anySatisfy(pause -> assertThat(pause).isGreaterThan(Duration.ofMillis(millis * 9 / 10)));
        assertThat(pauses).anySatisfy(pause -> assertThat(pause).isLessThan(Duration.ofMillis(millis / 10)));
    }

    @Test
    void one_seed_gives_the_same_pauses_again() {
        assertThat(pauses(3)).isEqualTo(pauses(3)).isNotEqualTo(pauses(4));
    }

    @Test
    void the_carriers_wish_is_never_undercut() {
        final Instant notBefore = time.instant().plusSeconds(2);
        for (int each = 0; each < 10; each++) {
            final Duration pause = generous().pause(1, throttled(notBefore)).orElseThrow();
            assertThat(pause).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2250));
        }
    }

    @Test
    void a_wish_that_has_passed_or_lies_at_the_end_of_time_is_borne() {
        assertThat(generous().pause(1, throttled(Instant.MIN)).orElseThrow()).isLessThan(Duration.ofSeconds(1));
        assertThat(generous().pause(1, throttled(Instant.MAX)).orElseThrow()).isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void the_last_attempt_is_the_last() {
        final Retries retries = new Retries(ports(1), 3, 100);
        assertThat(retries.pause(1, down())).isPresent();
        assertThat(retries.pause(2, down())).isPresent();
        assertThat(retries.pause(3, down())).isEmpty();
        assertThat(new Retries(ports(1), 1, 100).pause(1, down())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = Mode.EXCLUDE,
            names = {"UNAVAILABLE", "TOO_MANY_REQUESTS"})
    void other_kinds_are_final(final Kind kind) {
        final UsageException failure =
                UsageException.of(kind, "no").retryable(true).status(500).build();
        assertThat(generous().pause(1, failure)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(UnavailableCause.class)
    void a_carrier_that_is_unavailable_is_asked_again_unless_it_was_never_asked(final UnavailableCause cause) {
        final boolean again = switch (cause) {
            case NETWORK, CARRIER_ERROR, ATTEMPT_TIMEOUT -> true;
            case TLS, CIRCUIT_OPEN, LOCAL -> false;
        };
        assertThat(generous()
                        .pause(1, UsageException.unavailable(cause, "nothing").build())
                        .isPresent())
                .isEqualTo(again);
    }

    @Test
    void what_is_marked_as_final_is_final() {
        assertThat(generous().pause(1, down().toBuilder().retryable(false).build()))
                .isEmpty();
    }

    @Test
    void a_refusal_by_our_own_limiter_is_final_and_costs_nothing() {
        final Retries retries = new Retries(ports(1), 3, 1);
        for (int each = 0; each < 100; each++) {
            assertThat(retries.pause(
                            1,
                            UsageException.of(Kind.TOO_MANY_REQUESTS, "spent").build()))
                    .isEmpty();
        }
        assertThat(retries.pause(1, down())).isPresent();
    }

    @Test
    void a_pause_that_does_not_fit_is_none_and_costs_nothing() {
        final Retries retries = new Retries(ports(1), 3, 1);
        final UsageException later = throttled(time.instant().plusSeconds(120));
        for (int each = 0; each < 100; each++) {
            assertThat(retries.pause(1, later, Duration.ofSeconds(30))).isEmpty();
            assertThat(retries.pause(1, down(), Duration.ZERO)).isEmpty();
        }
        assertThat(retries.pause(1, down(), Duration.ofSeconds(30))).isPresent();
    }

    @Test
    void ten_retries_are_free_and_then_calls_must_earn_them() {
        final Retries retries = new Retries(ports(1), 3, 20);
        assertThat(retriesLeft(retries)).isEqualTo(10);
        began(retries, 4);
        assertThat(retriesLeft(retries)).isZero();
        began(retries, 1);
        assertThat(retriesLeft(retries)).isEqualTo(1);
        began(retries, 23);
        assertThat(retriesLeft(retries)).isEqualTo(4);
        began(retries, 2);
        assertThat(retriesLeft(retries)).isEqualTo(1);
    }

    @Test
    void no_more_than_a_hundred_retries_are_saved_up() {
        final Retries retries = new Retries(ports(1), 3, 20);
        began(retries, 10_000);
        assertThat(retriesLeft(retries)).isEqualTo(100);
    }

    @Test
    void a_budget_of_nothing_allows_no_retry() {
        final Retries retries = new Retries(ports(1), 3, 0);
        began(retries, 1000);
        assertThat(retriesLeft(retries)).isZero();
    }

    @Test
    void a_carrier_that_is_down_is_asked_little_more_often_than_one_that_is_well() {
        final Retries retries = new Retries(ports(1), 3, 20);
        int attempts = 0;
        for (int call = 0; call < 10_000; call++) {
            retries.began();
            int made = 1;
            while (retries.pause(made, down()).isPresent()) {
                made++;
            }
            attempts += made;
        }
        assertThat(attempts).isEqualTo(10_000 + 2_000 + 10);
    }

    @Test
    void numbers_below_the_least_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Retries(ports(1), 0, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new Retries(ports(1), 1, -1));
    }

    private Retries generous() {
        return new Retries(ports(time.nanoTime()), MANY, 100);
    }

    private List<Optional<Duration>> pauses(final long seed) {
        final Retries retries = new Retries(ports(seed), MANY, 100);
        return List.of(retries.pause(1, down()), retries.pause(2, down()), retries.pause(3, down()));
    }

    private static int retriesLeft(final Retries retries) {
        int left = 0;
        while (retries.pause(1, down()).isPresent()) {
            left++;
        }
        return left;
    }

    private static void began(final Retries retries, final int calls) {
        for (int call = 0; call < calls; call++) {
            retries.began();
        }
    }

    private Ports ports(final long seed) {
        return new Ports(time, Threads.system(), NameResolver.system(), new Random(seed));
    }

    private static UsageException down() {
        return UsageException.unavailable(UnavailableCause.CARRIER_ERROR, "HTTP 500")
                .build();
    }

    private static UsageException throttled(final Instant notBefore) {
        return UsageException.of(Kind.TOO_MANY_REQUESTS, "HTTP 429")
                .status(429)
                .notBefore(notBefore)
                .build();
    }
}
