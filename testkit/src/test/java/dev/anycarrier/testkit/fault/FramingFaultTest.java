package dev.anycarrier.testkit.fault;

import static dev.anycarrier.testkit.fault.Caller.ATTEMPT;
import static dev.anycarrier.testkit.fault.Said.REMAINING;
import static dev.anycarrier.testkit.fault.Said.TOTAL;
import static dev.anycarrier.testkit.fault.Script.accept;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an answer begins and ends. */
class FramingFaultTest {

    private static final String BODY = Said.usageOf(Planted.SIM, TOTAL, REMAINING);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String LENGTH = "Content-Length: " + BODY.length() + "\r\n";

    @Test
    void a_chunked_answer_is_an_answer() {
        AskedOnce.of(accept().readRequest().answer(Said.usage().chunked())).isOk(TOTAL, REMAINING);
        said(CHUNKED + hex(BODY.length()) + "; note=ok\r\n" + BODY + "\r\n0\r\nX-Trailer: fine\r\n\r\n")
                .isOk(TOTAL, REMAINING);
    }

    @Test
    @Fault("FRM-01")
    void a_body_shorter_than_its_length_is_no_answer_when_the_connection_ends() {
        AskedOnce.of(accept().readRequest()
                        .write(OK + "Content-Length: " + (BODY.length() + 1) + "\r\n\r\n" + BODY)
                        .close())
                .isUnavailable(UnavailableCause.NETWORK)
                .mayBeRetried()
                .after(1)
                .within(ATTEMPT);
    }

    @Test
    @Fault("FRM-01")
    void a_body_shorter_than_its_length_is_no_answer_when_the_connection_stays() {
        AskedOnce.of(
                        accept().readRequest()
                                .write(OK + "Content-Length: " + (BODY.length() + 1) + "\r\n\r\n" + BODY)
                                .stall(),
                        "attempt-timeout=700ms")
                .isUnavailable(UnavailableCause.ATTEMPT_TIMEOUT)
                .mayBeRetried()
                .after(1);
    }

    @Test
    @Fault("FRM-03")
    void two_lengths_that_differ_are_no_framing() {
        said(OK + LENGTH + "Content-Length: 5\r\n\r\n" + BODY).is(Kind.PROTOCOL).after(1);
        said(OK + "Content-Length: 5\r\n" + LENGTH + "\r\n" + BODY)
                .is(Kind.PROTOCOL)
                .after(1);
        said(OK + "Content-Length: " + BODY.length() + ", 5\r\n\r\n" + BODY)
                .is(Kind.PROTOCOL)
                .after(1);
    }

    @Test
    @Fault("FRM-04")
    void a_length_beside_chunks_is_no_framing() {
        final String chunks = hex(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n";
        said(OK + LENGTH + "Transfer-Encoding: chunked\r\n\r\n" + chunks)
                .is(Kind.PROTOCOL)
                .after(1);
        said(OK + "Transfer-Encoding: chunked\r\n" + LENGTH + "\r\n" + chunks)
                .is(Kind.PROTOCOL)
                .after(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "+87",
                "many",
                "0x57",
                "87.0",
                "8 7",
                "",
                "99999999999999999999",
                "18446744073709551703",
                "٨٧"
            })
    @Fault("FRM-05")
    void a_length_that_is_no_length_is_no_framing(final String length) {
        AskedOnce.of(accept().readRequest()
                        .write((OK + "Content-Length: " + length + "\r\n\r\n" + BODY).getBytes(StandardCharsets.UTF_8)))
                .is(Kind.PROTOCOL)
                .mayNotBeRetried()
                .after(1)
                .within(ATTEMPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\r\n0", "\r\n0\r\n", "\r\n5\r\n12"})
    @Fault("FRM-06")
    void chunks_that_end_before_the_last_one_are_no_answer(final String afterBody) {
        AskedOnce.of(accept().readRequest()
                        .write(CHUNKED + hex(BODY.length()) + "\r\n" + BODY + afterBody)
                        .close())
                .isUnavailable(UnavailableCause.NETWORK)
                .mayBeRetried()
                .after(1)
                .within(ATTEMPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz", "-5", "", " ", "0x10", "5 5", "ffffffffffffffff", "fffffffffffffffffffffff"})
    @Fault("FRM-07")
    void a_chunk_size_that_is_no_size_is_no_framing(final String size) {
        said(CHUNKED + size + "\r\n" + BODY + "\r\n0\r\n\r\n")
                .isOneOf(Kind.PROTOCOL, Kind.TOO_LARGE)
                .mayNotBeRetried()
                .after(1);
    }

    @ParameterizedTest
    @MethodSource
    @Fault("FRM-07")
    void what_stands_around_chunks_has_a_bound(final Script endless) {
        AskedOnce.of(endless)
                .isOneOf(Kind.PROTOCOL, Kind.TOO_LARGE)
                .mayNotBeRetried()
                .after(1)
                .within(ATTEMPT);
    }

    static Stream<Script> what_stands_around_chunks_has_a_bound() {
        final Script chunked = accept().readRequest().write(CHUNKED);
        return Stream.of(
                chunked.write("5; ").repeat("note=endless;"),
                chunked.repeat("1; note=" + "x".repeat(1000) + "\r\n \r\n"),
                chunked.write("0\r\n").repeat("X-Trailer: endless\r\n"),
                chunked.write("0\r\nX-Trailer: ").repeat("endless"));
    }

    @Test
    @Fault("FRM-11")
    void a_few_interim_answers_are_skipped() {
        said("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n" + OK + LENGTH + "\r\n" + BODY)
                .isOk(TOTAL, REMAINING)
                .after(1);
    }

    @Test
    @Fault("FRM-11")
    void interim_answers_without_end_are_no_answer() {
        AskedOnce.of(accept().readRequest().repeat("HTTP/1.1 102 Processing\r\n\r\n"))
                .is(Kind.PROTOCOL)
                .mayNotBeRetried()
                .after(1)
                .within(ATTEMPT);
        // Nine, so that the bound is known to be eight and not only finite.
        said("HTTP/1.1 102 Processing\r\n\r\n".repeat(9) + OK + LENGTH + "\r\n" + BODY)
                .is(Kind.PROTOCOL)
                .after(1);
    }

    @ParameterizedTest
    @MethodSource
    @Fault("FRM-12")
    void headers_have_a_bound(final Script headers) {
        AskedOnce.of(headers)
                .isOneOf(Kind.TOO_LARGE, Kind.PROTOCOL)
                .mayNotBeRetried()
                .after(1)
                .within(ATTEMPT);
    }

    static Stream<Script> headers_have_a_bound() {
        final Script ok = accept().readRequest().write(OK);
        final String end = LENGTH + "\r\n" + BODY;
        return Stream.of(
                ok.repeat("X-Filler: endless\r\n"),
                ok.write("X-Filler: ").repeat("endless "),
                ok.repeat("x"),
                ok.write("X-Filler: " + "x".repeat(1 << 20) + "\r\n" + end),
                ok.write("X-Filler: x\r\n".repeat(10_000) + end),
                accept().readRequest().repeat("HTTP/1.1 200 O"),
                accept().readRequest().repeat("\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no colon at all\r\n",
                ": no name\r\n",
                "X-Folded: one\r\n two\r\n",
                " X-Indented: one\r\n",
                "X-Blank : one\r\n",
                "X-Nul: o\u0000ne\r\n",
                "X-N\u0000l: one\r\n",
                "X-Return: one\rtwo\r\n"
            })
    @Fault("FRM-12")
    void a_header_that_is_not_well_formed_is_no_header(final String header) {
        said(OK + header + LENGTH + "\r\n" + BODY)
                .is(Kind.PROTOCOL)
                .mayNotBeRetried()
                .after(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "500 Internal Server Error"})
    @Fault("FRM-19")
    void a_body_without_end_stops_at_the_bound(final String status) {
        final String head = "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n";
        final String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
        AskedOnce.of(accept().readRequest()
                        .write(head + "Transfer-Encoding: chunked\r\n\r\n")
                        .repeat(chunk))
                .is(Kind.TOO_LARGE)
                .mayNotBeRetried()
                .after(1)
                .within(ATTEMPT);
        AskedOnce.of(accept().readRequest()
                        .write(head + "Content-Length: 1000000000000\r\n\r\n")
                        .repeat(" ".repeat(0x1000)))
                .is(Kind.TOO_LARGE)
                .mayNotBeRetried()
                .after(1)
                .within(ATTEMPT);
    }

    @Test
    @Fault("FRM-19")
    void the_bound_on_bodies_is_the_one_that_is_set() {
        AskedOnce.of(
                        accept().readRequest().answer(Answer.json(200, BODY + " ".repeat(2048))),
                        "maximum-body-bytes=2048")
                .is(Kind.TOO_LARGE)
                .after(1);
        AskedOnce.of(
                        accept().readRequest().answer(Answer.json(200, BODY + " ".repeat(2048 - BODY.length()))),
                        "maximum-body-bytes=2048")
                .isOk(TOTAL, REMAINING);
    }

    @Test
    @Fault("FRM-18")
    void a_server_that_offers_an_upgrade_to_http_2_is_spoken_to_as_before() {
        said(OK + "Connection: Upgrade\r\nUpgrade: h2c\r\n" + LENGTH + "\r\n" + BODY)
                .isOk(TOTAL, REMAINING)
                .after(1);
    }

    @Test
    void an_answer_that_drips_in_pieces_is_put_together() {
        AskedOnce.of(accept().readRequest().drip(OK + LENGTH + "\r\n" + BODY, 7, Duration.ofMillis(1)))
                .isOk(TOTAL, REMAINING)
                .after(1);
    }

    /** What comes of these bytes, on a connection that then stays open. */
    private static Outcome said(final String bytes) {
        return AskedOnce.of(accept().readRequest().write(bytes)).within(ATTEMPT);
    }

    private static String hex(final int length) {
        return Integer.toHexString(length);
    }
}
