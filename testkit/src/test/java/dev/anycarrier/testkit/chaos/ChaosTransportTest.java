package dev.anycarrier.testkit.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChaosTransportTest {

    private static final HttpRequest REQUEST = HttpRequest.of("GET", URI.create("http://127.0.0.1/usage"));
    private static final String BODY = "{\"total\":5000,\"remaining\":1234}";
    private static final int MANY = 500;

    private final AtomicInteger sent = new AtomicInteger();
    private final Transport carrier = request -> {
        sent.incrementAndGet();
        return new HttpResponse(200, HttpHeaders.none(), BODY.getBytes(StandardCharsets.UTF_8));
    };

    @Test
    void the_same_seed_throws_the_same_faults_and_another_seed_throws_others() {
        final ChaosOptions options = ChaosOptions.seeded(42).withProbability(0.5);
        final List<String> first = story(options);
        assertThat(story(options)).isEqualTo(first);
        assertThat(story(options.withSeed(43))).isNotEqualTo(first);
    }

    @Test
    void every_kind_of_fault_is_thrown_as_often_as_asked_for() {
        final List<ChaosFault> thrown = new ArrayList<>();
        story(ChaosOptions.seeded(1)
                .withProbability(0.3)
                .withDelays(Duration.ofSeconds(1), time -> {})
                .tellingOf(thrown::add));
        assertThat(thrown).contains(ChaosFault.values()).hasSizeBetween(MANY / 5, 2 * MANY / 5);
    }

    @Test
    void without_any_probability_everything_passes_and_with_all_of_it_nothing_does() {
        assertThat(story(ChaosOptions.seeded(1).withProbability(0))).containsOnly(BODY);
        assertThat(story(ChaosOptions.seeded(1).withProbability(1))).doesNotContain(BODY);
    }

    @ParameterizedTest
    @EnumSource
    void no_request_is_sent_twice(final ChaosFault fault) {
        story(ChaosOptions.seeded(7).withProbability(1).only(fault));
        assertThat(sent.get())
                .isEqualTo(
                        switch (fault) {
                            case NO_CONNECTION, NO_SECURE_CONNECTION, UNAUTHORIZED, TOO_MANY_REQUESTS, OUT_OF_SERVICE ->
                                0;
                            default -> MANY;
                        });
    }

    @Test
    void failures_are_of_the_kinds_that_a_transport_may_throw() {
        assertThat(failure(ChaosFault.CONNECTION_LOST).unavailableCause())
                .isEqualTo(Optional.of(UnavailableCause.NETWORK));
        assertThat(failure(ChaosFault.NO_SECURE_CONNECTION).retryable()).isFalse();
        assertThat(failure(ChaosFault.ATTEMPT_TIMEOUT).unavailableCause())
                .isEqualTo(Optional.of(UnavailableCause.ATTEMPT_TIMEOUT));
        assertThat(failure(ChaosFault.DEADLINE).kind()).isEqualTo(Kind.DEADLINE_EXCEEDED);
        assertThat(failure(ChaosFault.PROTOCOL).kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure(ChaosFault.TOO_LARGE).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void statuses_stand_in_for_answers() {
        assertThat(answer(ChaosFault.UNAUTHORIZED).status()).isEqualTo(401);
        assertThat(answer(ChaosFault.OUT_OF_SERVICE).status()).isEqualTo(503);
        final HttpResponse refusal = answer(ChaosFault.TOO_MANY_REQUESTS);
        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.headers().first("Retry-After")).get().asString().matches("[1-5]");
    }

    @Test
    void bodies_are_cut_changed_or_gone() {
        assertThat(body(answer(ChaosFault.TRUNCATED_BODY))).hasSizeLessThan(BODY.length());
        assertThat(answer(ChaosFault.GARBLED_BODY).body()).hasSize(BODY.length());
        assertThat(body(answer(ChaosFault.GARBLED_BODY))).isNotEqualTo(BODY);
        assertThat(answer(ChaosFault.EMPTY_BODY).body()).isEmpty();
    }

    @Test
    void a_delay_passes_as_the_sleeper_lets_it_and_not_otherwise() {
        final List<Duration> slept = new ArrayList<>();
        final ChaosOptions slow = ChaosOptions.seeded(3)
                .withProbability(1)
                .only(ChaosFault.DELAY)
                .withDelays(Duration.ofHours(1), slept::add);
        assertThat(story(slow)).containsOnly(BODY);
        assertThat(slept).hasSize(MANY).allMatch(time -> time.compareTo(Duration.ofHours(1)) <= 0);
    }

    @Test
    void a_delay_that_is_interrupted_is_cancelled_and_nothing_is_sent() {
        final Transport chaos = new ChaosTransport(
                carrier,
                ChaosOptions.seeded(3)
                        .withProbability(1)
                        .only(ChaosFault.DELAY)
                        .withDelays(Duration.ofHours(1), time -> {
                            throw new InterruptedException();
                        }));
        assertThatThrownBy(() -> chaos.send(REQUEST))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.CANCELLED));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent).hasValue(0);
    }

    @Test
    void a_true_failure_comes_before_one_that_is_thrown_by_chaos() {
        final UsageException closed =
                UsageException.of(Kind.CANCELLED, "the owner closed").build();
        final Transport chaos = new ChaosTransport(
                request -> {
                    throw closed;
                },
                ChaosOptions.seeded(3).withProbability(1).only(ChaosFault.TOO_LARGE));
        assertThatThrownBy(() -> chaos.send(REQUEST)).isSameAs(closed);
    }

    @Test
    void options_that_make_no_sense_are_refused() {
        final ChaosOptions options = ChaosOptions.seeded(1);
        assertThatThrownBy(() -> options.withProbability(1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> options.withProbability(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> options.withDelays(Duration.ofSeconds(-1), time -> {}))
                .hasMessageContaining("negative");
    }

    private UsageException failure(final ChaosFault fault) {
        try {
            answer(fault);
        } catch (final UsageException e) {
            return e;
        }
        throw new AssertionError(fault + " is no failure");
    }

    private HttpResponse answer(final ChaosFault fault) {
        return new ChaosTransport(
                        carrier, ChaosOptions.seeded(9).withProbability(1).only(fault))
                .send(REQUEST);
    }

    /** What comes of many requests. */
    private List<String> story(final ChaosOptions options) {
        final Transport chaos = new ChaosTransport(carrier, options);
        final List<String> story = new ArrayList<>();
        for (int request = 0; request < MANY; request++) {
            try {
                final HttpResponse answer = chaos.send(REQUEST);
                story.add(answer.status() == 200 ? body(answer) : answer.toString());
            } catch (final UsageException e) {
                story.add(e.detail());
            }
        }
        return story;
    }

    private static String body(final HttpResponse answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
