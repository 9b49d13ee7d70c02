package dev.anycarrier.engine.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.resilience.Breaker.Pass;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.watch.BreakerState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Duration OPEN_TIME = Duration.ofSeconds(30);
    private static final Duration WITH_JITTER = Duration.ofSeconds(36);
    private static final Optional<SimId> NO_SIM = Optional.empty();

    private final ManualTime time = new ManualTime();
    private final Ports ports = new Ports(time, Threads.system(), NameResolver.system(), new Random(7));
    private final Breaker breaker = new Breaker(ports, BreakerOptions.defaults());

    @Test
    void ten_failures_about_several_sims_open_it() {
        fail(9);
        breaker.admit().abandoned();
        fail(1);
        assertThat(refusal().kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(refusal().unavailableCause()).contains(UnavailableCause.CIRCUIT_OPEN);
        assertThat(refusal().retryable()).isTrue();
    }

    @Test
    void its_state_can_be_seen() {
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        fail(10);
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        time.advance(WITH_JITTER);
        assertThat(breaker.state()).isEqualTo(BreakerState.PROBING);
        final Pass probe = breaker.admit();
        assertThat(breaker.state()).isEqualTo(BreakerState.PROBING);
        probe.succeeded();
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void it_says_when_the_next_probe_is_let_through() {
        final Instant opened = time.instant();
        fail(10);
        final Instant notBefore = refusal().notBefore().orElseThrow();
        assertThat(notBefore).isBetween(opened.plus(OPEN_TIME), opened.plus(WITH_JITTER));
        time.advance(Duration.between(opened, notBefore).minusNanos(1));
        assertThat(refusal().notBefore()).contains(notBefore);
        time.advance(Duration.ofNanos(1));
        breaker.admit().abandoned();
    }

    @Test
    void breakers_that_opened_together_do_not_probe_together() {
        final List<Instant> probes = new ArrayList<>();
        for (int each = 0; each < 10; each++) {
            final Breaker one = new Breaker(ports, BreakerOptions.defaults());
            fail(one, 10);
            probes.add(refusal(one).notBefore().orElseThrow());
        }
        assertThat(probes).doesNotHaveDuplicates();
    }

    @Test
    void one_bad_sim_never_opens_it() {
        for (int call = 0; call < 100; call++) {
            breaker.admit().failed(down(), sim(1));
        }
        breaker.admit().failed(down(), sim(2));
        breaker.admit().failed(down(), sim(3));
        assertThatThrownBy(breaker::admit).isInstanceOf(UsageException.class);
    }

    @Test
    void two_bad_sims_do_not_open_it() {
        for (int call = 0; call < 100; call++) {
            breaker.admit().failed(down(), sim(call % 2));
        }
        breaker.admit().abandoned();
    }

    @Test
    void failures_about_no_sim_count_each() {
        for (int call = 0; call < 10; call++) {
            breaker.admit().failed(down(), NO_SIM);
        }
        assertThatThrownBy(breaker::admit).isInstanceOf(UsageException.class);
    }

    @Test
    void fewer_than_half_do_not_open_it() {
        for (int call = 0; call < 100; call++) {
            breaker.admit().succeeded();
            breaker.admit().succeeded();
            breaker.admit().failed(down(), sim(call));
        }
        breaker.admit().abandoned();
    }

    @Test
    void half_opens_it_but_an_answer_never_does() {
        fail(5);
        succeed(5);
        breaker.admit().abandoned();
        fail(1);
        assertThatThrownBy(breaker::admit).isInstanceOf(UsageException.class);
    }

    @Test
    void only_the_latest_twenty_are_looked_at() {
        fail(9);
        succeed(20);
        fail(9);
        breaker.admit().abandoned();
        fail(1);
        assertThatThrownBy(breaker::admit).isInstanceOf(UsageException.class);
    }

    @Test
    void refusals_by_the_carrier_never_open_it() {
        for (int call = 0; call < 100; call++) {
            breaker.admit()
                    .failed(
                            UsageException.of(Kind.TOO_MANY_REQUESTS, "HTTP 429")
                                    .status(429)
                                    .build(),
                            sim(call));
            breaker.admit().failed(UsageException.of(Kind.NOT_FOUND, "HTTP 404").build(), sim(call));
        }
        breaker.admit().abandoned();
    }

    @Test
    void what_says_nothing_about_the_carrier_is_no_outcome() {
        fail(9);
        for (int call = 0; call < 100; call++) {
            breaker.admit().failed(UsageException.of(Kind.CANCELLED, "enough").build(), sim(call));
            breaker.admit().abandoned();
        }
        fail(1);
        assertThatThrownBy(breaker::admit).isInstanceOf(UsageException.class);
    }

    @Test
    void only_one_probe_is_let_through_at_a_time() {
        fail(10);
        time.advance(WITH_JITTER);
        final Pass probe = breaker.admit();
        assertThat(refusal().notBefore()).contains(time.instant().plus(OPEN_TIME));
        probe.abandoned();
        breaker.admit().abandoned();
    }

    @Test
    void an_answered_probe_closes_it_and_wipes_the_slate() {
        fail(10);
        time.advance(WITH_JITTER);
        breaker.admit().succeeded();
        fail(9);
        breaker.admit().abandoned();
        fail(1);
        assertThatThrownBy(breaker::admit).isInstanceOf(UsageException.class);
    }

    @Test
    void a_probe_that_is_refused_with_a_429_closes_it_too() {
        fail(10);
        time.advance(WITH_JITTER);
        breaker.admit()
                .failed(
                        UsageException.of(Kind.TOO_MANY_REQUESTS, "HTTP 429")
                                .status(429)
                                .build(),
                        sim(1));
        breaker.admit().abandoned();
        breaker.admit().abandoned();
    }

    @Test
    void a_probe_that_our_own_limiter_held_back_proves_nothing() {
        fail(10);
        time.advance(WITH_JITTER);
        breaker.admit()
                .failed(UsageException.of(Kind.TOO_MANY_REQUESTS, "spent").build(), sim(1));
        final Pass probe = breaker.admit();
        assertThatThrownBy(breaker::admit).isInstanceOf(UsageException.class);
        probe.abandoned();
    }

    @Test
    void each_failed_probe_doubles_the_time_up_to_the_longest() {
        fail(10);
        for (final int seconds : new int[] {30, 60, 120, 240, 300, 300}) {
            final Duration wait =
                    Duration.between(time.instant(), refusal().notBefore().orElseThrow());
            assertThat(wait).isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds * 6L / 5));
            time.advance(wait);
            breaker.admit().failed(down(), sim(1));
        }
        time.advance(Duration.ofMinutes(6));
        breaker.admit().succeeded();
        fail(10);
        assertThat(refusal().notBefore().orElseThrow())
                .isBeforeOrEqualTo(time.instant().plus(WITH_JITTER));
    }

    @Test
    void a_probe_that_never_ends_gives_its_place_to_another_and_is_ignored_when_it_does() {
        fail(10);
        time.advance(WITH_JITTER);
        final Pass lost = breaker.admit();
        time.advance(OPEN_TIME.minusNanos(1));
        assertThatThrownBy(breaker::admit).isInstanceOf(UsageException.class);
        time.advance(Duration.ofNanos(1));
        final Pass next = breaker.admit();
        lost.succeeded();
        assertThatThrownBy(breaker::admit).isInstanceOf(UsageException.class);
        next.succeeded();
        breaker.admit().abandoned();
    }

    @Test
    void a_late_failure_of_a_lost_probe_does_not_open_it_again() {
        fail(10);
        time.advance(WITH_JITTER);
        final Pass lost = breaker.admit();
        time.advance(OPEN_TIME);
        breaker.admit().succeeded();
        lost.failed(down(), sim(1));
        breaker.admit().abandoned();
    }

    @Test
    void attempts_from_before_it_opened_neither_close_nor_prolong_it() {
        final Pass good = breaker.admit();
        final Pass bad = breaker.admit();
        fail(10);
        final Optional<Instant> notBefore = refusal().notBefore();
        good.succeeded();
        bad.failed(down(), sim(1));
        assertThat(refusal().notBefore()).isEqualTo(notBefore);
        final Pass late = bad;
        time.advance(WITH_JITTER);
        final Pass probe = breaker.admit();
        late.abandoned();
        good.abandoned();
        assertThatThrownBy(breaker::admit).isInstanceOf(UsageException.class);
        probe.succeeded();
    }

    @Test
    void only_the_first_word_of_a_pass_counts() {
        fail(10);
        time.advance(WITH_JITTER);
        final Pass probe = breaker.admit();
        probe.failed(down(), sim(1));
        probe.succeeded();
        probe.abandoned();
        assertThatThrownBy(breaker::admit).isInstanceOf(UsageException.class);
    }

    @Test
    void a_disabled_breaker_never_opens() {
        final Breaker disabled = new Breaker(ports, BreakerOptions.disabled());
        fail(disabled, 1000);
        disabled.admit().succeeded();
    }

    @Test
    void one_of_many_threads_becomes_the_probe_however_often_they_race() throws Exception {
        final int threads = 8;
        final ExecutorService racers = Executors.newFixedThreadPool(threads);
        final CyclicBarrier start = new CyclicBarrier(threads);
        try {
            fail(10);
            for (int race = 0; race < 200; race++) {
                time.advance(Duration.ofMinutes(6));
                final List<Pass> probes = new ArrayList<>();
                for (final Future<Optional<Pass>> racer : racers.invokeAll(racing(threads, start))) {
                    racer.get().ifPresent(probes::add);
                }
                assertThat(probes).hasSize(1);
                probes.get(0).failed(down(), sim(race));
            }
        } finally {
            racers.shutdownNow();
            assertThat(racers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private List<Callable<Optional<Pass>>> racing(final int threads, final CyclicBarrier start) {
        final List<Callable<Optional<Pass>>> racing = new ArrayList<>();
        for (int each = 0; each < threads; each++) {
            racing.add(() -> {
                start.await(10, TimeUnit.SECONDS);
                try {
                    return Optional.of(breaker.admit());
                } catch (final UsageException e) {
                    return Optional.empty();
                }
            });
        }
        return racing;
    }

    private void fail(final int times) {
        fail(breaker, times);
    }

    private static void fail(final Breaker breaker, final int times) {
        for (int call = 0; call < times; call++) {
            breaker.admit().failed(down(), sim(call % 3));
        }
    }

    private void succeed(final int times) {
        for (int call = 0; call < times; call++) {
            breaker.admit().succeeded();
        }
    }

    private UsageException refusal() {
        return refusal(breaker);
    }

    private static UsageException refusal(final Breaker breaker) {
        return catchThrowableOfType(UsageException.class, breaker::admit);
    }

    private static UsageException down() {
        return UsageException.unavailable(UnavailableCause.CARRIER_ERROR, "HTTP 500")
                .build();
    }

    private static Optional<SimId> sim(final int number) {
        return Optional.of(SimId.parse("sim-" + number));
    }
}
