package dev.anycarrier.testkit.fault;

import static dev.anycarrier.testkit.fault.Caller.ATTEMPT;
import static dev.anycarrier.testkit.fault.Planted.OTHER_SIM;
import static dev.anycarrier.testkit.fault.Planted.SIM;
import static dev.anycarrier.testkit.fault.Said.REMAINING;
import static dev.anycarrier.testkit.fault.Said.TOTAL;
import static dev.anycarrier.testkit.fault.Script.accept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection may do between two questions, and what stands between the caller and the carrier. */
class ConnectionFaultTest {

    /** Names the SIM that will be asked for next, so that only the connection can give it away. */
    private static final Answer UNASKED = Answer.json(200, Said.usageOf(OTHER_SIM, 6_666, 666));

    @Test
    @Fault("FRM-09")
    void a_second_answer_in_the_same_write_is_never_the_next_question_s() {
        final byte[] both = join(Said.usage().bytes(), UNASKED.bytes());
        try (FaultServer server =
                FaultServer.start(accept().readRequest().write(both).stall(), truthful())) {
            askForBoth(server).isOk(TOTAL, REMAINING).after(1);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    @Fault("FRM-09")
    void a_second_answer_a_little_later_is_never_the_next_question_s() throws Exception {
        final CountDownLatch sent = new CountDownLatch(1);
        try (FaultServer server = FaultServer.start(
                accept().readRequest()
                        .answer(Said.usage())
                        .pause(Duration.ofMillis(60))
                        .answer(UNASKED)
                        .signal(sent)
                        .stall(),
                truthful())) {
            try (Caller caller = Caller.of(server)) {
                caller.ask(SIM).isOk(TOTAL, REMAINING).after(1);
                assertThat(sent.await(5, TimeUnit.SECONDS)).isTrue();
                caller.ask(OTHER_SIM).isOk(TOTAL, REMAINING).after(1);
            }
            AskedOnce.requireNoConnection(server);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    @Fault("FRM-09")
    void a_second_answer_that_races_with_the_next_question_is_refused_since_it_names_another_sim() {
        try (FaultServer server = FaultServer.start(accept().readRequest()
                .answer(Said.usage())
                .readRequest()
                .answer(Said.usage())
                .answer(Answer.json(200, Said.usageOf(OTHER_SIM, TOTAL, REMAINING)))
                .stall())) {
            askForBoth(server).is(Kind.INVALID_DATA).after(1);
        }
    }

    @Test
    @Fault("FRM-09")
    void where_connections_are_not_reused_no_answer_can_be_another_question_s() {
        try (FaultServer server = FaultServer.start(
                accept().readRequest()
                        .answer(Said.usage())
                        .readRequest()
                        .answer(UNASKED)
                        .stall(),
                truthful())) {
            askForBoth(server, "reuse-connections=false").isOk(TOTAL, REMAINING).after(1);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "garbage\r\n", "\u0000", " ", "{\"iccid\":\"\"}", "0\r\n\r\n"})
    @Fault("FRM-10")
    void bytes_before_the_next_status_line_are_no_answer(final String bytes) {
        try (FaultServer server = FaultServer.start(accept().readRequest()
                .answer(Said.usage())
                .readRequest()
                .write(bytes)
                .answer(Answer.json(200, Said.usageOf(OTHER_SIM, TOTAL, REMAINING)))
                .stall())) {
            askForBoth(server).is(Kind.PROTOCOL).after(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    @Fault("HTTP-22")
    void a_proxy_that_wants_credentials_gets_none() {
        final Answer refusal =
                Answer.json(407, Planted.echo(Planted.SECRET)).withHeader("Proxy-Authenticate", "Basic realm=\"x\"");
        try (FaultServer proxy = FaultServer.start(Script.answering(refusal));
                FaultServer carrier = FaultServer.start(Script.answering(Said.usage()))) {
            try (Caller caller = Caller.of(
                    TinyCarrier.WITH_KEY,
                    carrier.secureAddress(),
                    () -> proxy.requests().size(),
                    "proxy=" + proxy.address())) {
                caller.ask()
                        .isUnavailable(UnavailableCause.NETWORK)
                        .mayNotBeRetried()
                        .after(1)
                        .within(ATTEMPT);
            }
            AskedOnce.requireNoConnection(proxy);
            assertThat(carrier.connections()).isZero();
            assertThat(proxy.requests()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("CONNECT");
                assertThat(request.headers().first("Proxy-Authorization")).isEmpty();
                assertThat(request.headers().first("Authorization")).isEmpty();
                assertThat(request.headers().first("X-Key")).isEmpty();
            });
        }
    }

    @Test
    @Fault("HTTP-22")
    void a_proxy_that_wants_credentials_and_stands_in_for_the_carrier_gets_none_of_its_own() {
        final Answer refusal =
                Answer.json(407, Planted.echo(Planted.SECRET)).withHeader("Proxy-Authenticate", "Basic realm=\"x\"");

        AskedOnce.of(Script.answering(refusal))
                .isUnavailable(UnavailableCause.NETWORK)
                .mayNotBeRetried()
                .after(1);
    }

    @Test
    @Fault("HTTP-23")
    void a_misdirected_question_is_asked_again_on_another_connection() {
        try (FaultServer server = FaultServer.start(
                Script.answering(Answer.json(421, Planted.echo(Planted.SECRET))), Script.answering(Said.usage()))) {
            try (Caller caller = Caller.of(server)) {
                caller.ask().is(Kind.UNAVAILABLE).mayBeRetried().after(1);
                caller.ask().isOk(TOTAL, REMAINING).after(1);
            }
            AskedOnce.requireNoConnection(server);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    /** Asks for one SIM, which goes well, then for another. */
    private static Outcome askForBoth(final FaultServer server, final String... settings) {
        final Outcome second;
        try (Caller caller = Caller.of(server, settings)) {
            caller.ask(SIM).isOk(TOTAL, REMAINING).after(1);
            second = caller.ask(OTHER_SIM).within(ATTEMPT);
        }
        AskedOnce.requireNoConnection(server);
        return second;
    }

    private static Script truthful() {
        return accept().answerEvery(Said::usage);
    }

    private static byte[] join(final byte[] first, final byte[] second) {
        final byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
