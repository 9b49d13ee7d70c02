package dev.anycarrier.testkit.fault;

import static dev.anycarrier.testkit.fault.Caller.ATTEMPT;
import static dev.anycarrier.testkit.fault.Caller.SLACK;
import static dev.anycarrier.testkit.fault.Said.REMAINING;
import static dev.anycarrier.testkit.fault.Said.TOTAL;
import static dev.anycarrier.testkit.fault.Script.accept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NetworkFaultTest {

    private static final String SHORT_ATTEMPT = "attempt-timeout=700ms";
    private static final Duration SHORT = Duration.ofMillis(700);

    @Test
    @Fault("NET-01")
    void a_port_where_nobody_listens_is_no_connection_and_the_message_says_so() throws Exception {
        final URI nobody;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closedAtOnce.getLocalPort());
        }
        try (Caller caller = Caller.of(TinyCarrier.WITH_KEY, nobody, () -> 1)) {
            final Outcome outcome = caller.ask()
                    .isUnavailable(UnavailableCause.NETWORK)
                    .mayBeRetried()
                    .within(ATTEMPT);
            assertThat(outcome.bad().detail()).doesNotContain("null").containsIgnoringCase("refused");
        }
    }

    @Test
    @Fault("NET-02")
    void a_connect_that_gets_no_answer_ends_at_the_connect_timeout() throws Exception {
        try (FullBacklog full = FullBacklog.open();
                Caller caller = Caller.of(TinyCarrier.WITH_KEY, full.address(), () -> 1, "connect-timeout=300ms")) {
            caller.ask()
                    .isUnavailable(UnavailableCause.NETWORK)
                    .mayBeRetried()
                    .notBefore(Duration.ofMillis(300))
                    .within(Duration.ofMillis(300).plus(SLACK));
        }
    }

    @Test
    @Fault("NET-03")
    void a_connection_that_is_closed_at_once_is_a_broken_connection() {
        AskedOnce.ofUnread(accept().close())
                .isUnavailable(UnavailableCause.NETWORK)
                .mayBeRetried()
                .after(1)
                .within(ATTEMPT);
    }

    @Test
    @Fault("NET-05")
    void a_reset_in_the_middle_of_the_headers_is_a_broken_connection() {
        AskedOnce.of(accept().readRequest()
                        .write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Le")
                        .reset())
                .isUnavailable(UnavailableCause.NETWORK)
                .mayBeRetried()
                .after(1)
                .within(ATTEMPT);
    }

    @Test
    @Fault("NET-06")
    void a_reset_in_the_middle_of_the_body_is_a_broken_connection() {
        AskedOnce.of(accept().readRequest()
                        .write(Said.usage().head())
                        .write("{\"iccid\":")
                        .reset())
                .isUnavailable(UnavailableCause.NETWORK)
                .mayBeRetried()
                .after(1)
                .within(ATTEMPT);
    }

    @Test
    @Fault("NET-07")
    void a_body_that_is_shorter_than_promised_is_no_answer_even_if_it_reads_well() {
        AskedOnce.of(accept().readRequest()
                        .write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n")
                        .write(Said.usage().body())
                        .close())
                .isUnavailable(UnavailableCause.NETWORK)
                .mayBeRetried()
                .after(1)
                .within(ATTEMPT);
    }

    @Test
    @Fault("NET-08")
    void a_kept_connection_that_is_closed_between_two_questions_costs_nobody_a_request() throws Exception {
        try (FaultServer server = FaultServer.start(
                accept().readRequest().answer(Said.usage()).close(), Script.answering(Said.usage()))) {
            try (Caller caller = Caller.of(server)) {
                caller.ask().isOk(TOTAL, REMAINING).after(1);
                assertThat(server.awaitNoConnection(SLACK)).isZero();
                caller.ask().isOk(TOTAL, REMAINING).after(1);
            }
            AskedOnce.requireNoConnection(server);
        }
    }

    @Test
    @Fault("NET-08")
    void a_kept_connection_that_is_closed_under_a_question_is_told_and_nothing_is_repeated() {
        try (FaultServer server = FaultServer.start(
                accept().readRequest().answer(Said.usage()).readRequest().close(), Script.answering(Said.usage()))) {
            try (Caller caller = Caller.of(server)) {
                caller.ask().isOk(TOTAL, REMAINING).after(1);
                caller.ask()
                        .isUnavailable(UnavailableCause.NETWORK)
                        .mayBeRetried()
                        .after(1);
                assertThat(server.connections()).isEqualTo(1);
            }
            AskedOnce.requireNoConnection(server);
        }
    }

    @Test
    @Fault("NET-09")
    void silence_ends_with_the_attempt_and_may_be_tried_again() {
        AskedOnce.of(accept().readRequest().stall(), SHORT_ATTEMPT)
                .isUnavailable(UnavailableCause.ATTEMPT_TIMEOUT)
                .mayBeRetried()
                .after(1)
                .notBefore(SHORT.minusMillis(1))
                .within(SHORT.plus(SLACK));
    }

    @Test
    @Fault("NET-09")
    void silence_ends_with_the_whole_call_where_that_is_shorter() {
        AskedOnce.of(accept().readRequest().stall(), "deadline=400ms")
                .is(Kind.DEADLINE_EXCEEDED)
                .after(1)
                .within(Duration.ofMillis(400).plus(SLACK));
    }

    @Test
    @Fault("NET-11")
    void headers_that_drip_do_not_stretch_an_attempt() {
        AskedOnce.of(accept().readRequest().drip(Said.usage().head(), 1, Duration.ofMillis(300)), SHORT_ATTEMPT)
                .isUnavailable(UnavailableCause.ATTEMPT_TIMEOUT)
                .mayBeRetried()
                .after(1)
                .within(SHORT.plus(SLACK));
    }

    @Test
    @Fault("NET-12")
    void a_body_that_drips_for_ever_does_not_stretch_an_attempt() {
        AskedOnce.of(
                        accept().readRequest()
                                .write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
                                .write("Transfer-Encoding: chunked\r\n\r\n")
                                .repeat("1\r\n \r\n", Duration.ofMillis(300)),
                        SHORT_ATTEMPT)
                .isUnavailable(UnavailableCause.ATTEMPT_TIMEOUT)
                .mayBeRetried()
                .after(1)
                .within(SHORT.plus(SLACK));
    }

    @Test
    @Fault("NET-13")
    void a_slow_body_that_ends_in_time_is_an_answer() {
        final Answer answer = Said.usage();
        AskedOnce.of(accept().readRequest()
                        .write(answer.head())
                        .drip(Said.usageOf(Planted.SIM, TOTAL, REMAINING), 10, Duration.ofMillis(60)))
                .isOk(TOTAL, REMAINING)
                .after(1)
                .notBefore(Duration.ofMillis(300));
    }

    @Test
    @Fault("NET-17")
    void a_megabyte_at_a_kilobyte_a_second_ends_with_the_attempt() {
        AskedOnce.of(
                        accept().readRequest()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 1048576\r\n\r\n")
                                .drip(" ".repeat(1_048_576), 100, Duration.ofMillis(100)),
                        SHORT_ATTEMPT)
                .isUnavailable(UnavailableCause.ATTEMPT_TIMEOUT)
                .mayBeRetried()
                .after(1)
                .within(SHORT.plus(SLACK));
    }

    @Test
    @Fault("NET-18")
    void an_answer_that_does_not_wait_for_the_request_s_body_is_an_answer() {
        final Script early = accept().readHead()
                .answer(Said.token(Planted.TOKEN).withHeader("Connection", "close"))
                .ignore();
        try (FaultServer server = FaultServer.start(early, Script.answering(Said.usage()))) {
            try (Caller caller = Caller.withToken(server)) {
                caller.ask().isOk(TOTAL, REMAINING).after(2);
            }
            AskedOnce.requireNoConnection(server);
        }
    }
}
