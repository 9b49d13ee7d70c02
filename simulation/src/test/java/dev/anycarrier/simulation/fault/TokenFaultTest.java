package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Token endpoints that fail or talk nonsense. */
class TokenFaultTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Reply answer(final String fields) {
        return Reply.ok("{\"data\":{\"token_type\":\"Bearer\"" + fields + "},\"meta\":{\"message\":\"success\"}}");
    }

    private static Reply broken(final String how) {
        return switch (how) {
            case "500" -> Reply.of(500, "{}");
            case "timeout" -> Reply.silence();
            case "reset" -> Reply.reset();
            default -> Reply.ok("<html>come back later</html>");
        };
    }

    @ParameterizedTest
    @CsvSource({"500,UNAVAILABLE", "timeout,UNAVAILABLE", "reset,UNAVAILABLE", "garbage,INVALID_DATA"})
    @Fault("AUTH-04")
    void a_failed_fetch_is_shared_and_answers_for_those_that_are_not_made(final String how, final Kind kind) {
        Scene.play(1, scene -> {
            final CarrierAccount pressone = scene.account("pressone", "maximum-attempts=1");
            scene.tokens(request -> broken(how));
            final Callers callers = new Callers(scene);
            callers.start(pressone, 20, Duration.ofSeconds(30));
            assertThat(callers.outcomes())
                    .allSatisfy(outcome -> assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    UsageException.class,
                                    failure -> assertThat(failure.kind()).isEqualTo(kind)));
            assertThat(scene.tokenRequests()).hasSize(1);
            Scene.failure(() -> pressone.usage(Scene.SIM));
            assertThat(scene.tokenRequests()).as("within the pause").hasSize(1);
            assertThat(scene.questions()).isEmpty();
            scene.tokens(request -> Reply.token("planted-token", Scene.DAY));
            scene.pass(MINUTE);
            pressone.usage(Scene.SIM);
        });
    }

    @Test
    @Fault("AUTH-04")
    void pauses_between_failed_fetches_grow() {
        Scene.play(1, scene -> {
            final CarrierAccount pressone =
                    scene.account("pressone", "maximum-attempts=1", "limit-token=1000/1s", "circuit-breaker=false");
            scene.tokens(request -> Reply.of(500, "{}"));
            for (int second = 0; second < 600; second++) {
                Scene.failure(() -> pressone.usage(Scene.SIM));
                scene.pass(Duration.ofMillis(500));
            }
            assertThat(scene.elapsed()).isGreaterThan(Duration.ofMinutes(5));
            assertThat(scene.tokenRequests()).hasSizeBetween(8, 18);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",\"expires_in\":0", ",\"expires_in\":-1", ",\"expires_in\":\"3600\"", ",\"expires_in\":null"
            })
    @Fault("AUTH-04")
    void a_lifetime_that_makes_no_sense_is_taken_as_an_hour(final String lifetime) {
        Scene.play(1, scene -> {
            scene.tokens(request -> answer(lifetime + ",\"access_token\":\"planted-token\""));
            final CarrierAccount pressone = scene.account("pressone");
            pressone.usage(Scene.SIM);
            scene.pass(Duration.ofMinutes(30));
            pressone.usage(Scene.SIM);
            assertThat(scene.tokenRequests()).hasSize(1);
            scene.pass(Duration.ofMinutes(30));
            pressone.usage(Scene.SIM);
            assertThat(scene.tokenRequests()).hasSize(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000000000", "9223372036854775807", "99999999999999999999"})
    @Fault("AUTH-04")
    void a_lifetime_without_end_is_taken_as_the_longest_there_is(final String seconds) {
        Scene.play(1, scene -> {
            scene.tokens(request -> answer(",\"expires_in\":" + seconds + ",\"access_token\":\"planted-token\""));
            final CarrierAccount pressone = scene.account("pressone");
            pressone.usage(Scene.SIM);
            scene.pass(Duration.ofHours(18));
            pressone.usage(Scene.SIM);
            assertThat(scene.tokenRequests()).hasSize(1);
            scene.pass(Duration.ofHours(6));
            pressone.usage(Scene.SIM);
            assertThat(scene.tokenRequests()).hasSize(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\" \"", "\"planted\\r\\nX-Evil: 1\"", "long", "7", "{}"})
    @Fault("AUTH-05")
    void what_does_not_fit_a_header_is_no_token_and_nothing_is_sent(final String token) {
        Scene.play(1, scene -> {
            final String text = "long".equals(token) ? '"' + "x".repeat(100 << 10) + '"' : token;
            scene.tokens(request -> answer(",\"expires_in\":3600,\"access_token\":" + text));
            final CarrierAccount pressone = scene.account("pressone");
            final UsageException failure = Scene.failure(() -> pressone.usage(Scene.SIM));
            assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION_FAILED);
            assertThat(failure.toString()).doesNotContain("Evil", "xxxx");
            assertThat(scene.tokenRequests()).hasSize(1);
            assertThat(scene.questions()).isEmpty();
        });
    }

    @Test
    @Fault("AUTH-11")
    void when_the_fetch_dies_with_an_error_nobody_is_left_waiting_and_the_next_one_is_made() {
        Scene.play(scene -> {
            final CarrierAccount pressone = scene.account("pressone", "maximum-attempts=1");
            scene.tokens(request -> {
                scene.pass(Duration.ofSeconds(1));
                throw new StackOverflowError("planted");
            });
            final Callers callers = new Callers(scene);
            callers.start(pressone, 20, Duration.ofSeconds(30));
            final List<Object> outcomes = callers.outcomes();
            assertThat(outcomes)
                    .hasSize(20)
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(UsageException.class));
            assertThat(scene.elapsed()).isLessThan(Duration.ofSeconds(2));
            assertThat(scene.tokenRequests()).hasSize(1);
            scene.tokens(request -> Reply.token("planted-token", Scene.DAY));
            scene.pass(MINUTE);
            assertThat(pressone.usage(Scene.SIM)).isNotNull();
            assertThat(scene.tokenRequests()).hasSize(2);
        });
    }

    @Test
    @Fault("AUTH-10")
    void a_caller_who_leaves_takes_nobody_along() {
        Scene.play(scene -> {
            final CarrierAccount pressone = scene.account("pressone");
            scene.tokens(request -> Reply.token("planted-token", Scene.DAY).after(Duration.ofSeconds(3)));
            final Callers callers = new Callers(scene);
            final SimulatedThread leader = callers.start(() -> pressone.usage(Scene.SIM));
            scene.pass(Duration.ofSeconds(1));
            callers.start(
                    () -> pressone.usage(Callers.sim(1), CallOptions.defaults().withDeadline(Duration.ofSeconds(1))));
            callers.start(pressone, 10, Duration.ofSeconds(30));
            scene.pass(Duration.ofSeconds(1));
            leader.interrupt();
            final List<Object> outcomes = callers.outcomes();
            assertThat(outcomes.get(0))
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.CANCELLED));
            assertThat(outcomes.subList(2, outcomes.size()))
                    .hasSize(10)
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(UsageResult.Fresh.class));
            assertThat(scene.tokenRequests()).hasSize(1);
        });
    }
}
