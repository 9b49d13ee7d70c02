package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are not HTTP as it should be, or have no end, are refused as what they are. */
class BrokenAnswerTest {

    private static final String CANARY = "planted-secret";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "planted-secretHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "SSH-2.0-planted-secret\r\n",
                "HTTP/2 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.2 200 OK\r\nContent-Length: 0\r\n\r\n",
                "http/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1  200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 20 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 2x0 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 -20 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 099 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 600 OK\r\nContent-Length: 0\r\n\r\n"
            })
    void an_answer_that_does_not_begin_with_a_status_line_is_refused(final String answer) throws Exception {
        assertRefused(answer, "status");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "planted-secret",
                "X-One : planted-secret",
                " X-One: planted-secret",
                "X-One: a\r\n planted-secret",
                ": planted-secret",
                "X One: planted-secret",
                "X-\u00e9: planted-secret"
            })
    void a_header_field_that_is_not_a_name_a_colon_and_a_value_is_refused(final String field) throws Exception {
        assertRefused(Answers.ok("", field), "header field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-One: planted-secret\u0000",
                "X-One: planted\rsecret",
                "X-One: planted-secret\nX-Two: b",
                "X-One: planted-secret\u007f",
                "X-One: planted-secret\r\r"
            })
    void a_header_field_with_a_control_character_is_refused(final String field) throws Exception {
        assertRefused(Answers.ok("", field), "control character");
    }

    @Test
    void line_ends_without_a_carriage_return_are_refused() throws Exception {
        assertRefused("HTTP/1.1 200 OK\nContent-Length: 0\n\n", "CR LF");
    }

    @Test
    void where_segments_meet_makes_no_difference() throws Exception {
        assertThat(HeadReader.read(byteByByte("HTTP/1.1 200 OK\r\nX-One: a\r\n\r\n"))
                        .headers()
                        .first("X-One"))
                .contains("a");
        for (final String broken : new String[] {"X-One: a\rb\r\n", "X-One: a\n", "X-One: a\r\r\n"}) {
            assertThatThrownBy(() -> HeadReader.read(byteByByte("HTTP/1.1 200 OK\r\n" + broken + "\r\n")))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("control character");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "abc", "1 1", "1,1", "0x1", "", "12345678901234567890"})
    void a_content_length_that_is_no_length_is_refused(final String length) throws Exception {
        assertRefused(Answers.headOnly("200 OK", "Content-Length: " + length) + "a", "Content-Length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2", "Content-Length: 3", "Transfer-Encoding: chunked"})
    void an_answer_that_is_framed_twice_is_refused(final String second) throws Exception {
        assertRefused(Answers.ok("ok", second), "Content-Length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "identity", "chunked\r\nTransfer-Encoding: chunked", "xchunked", ""})
    void any_other_transfer_encoding_than_chunked_is_refused(final String coding) throws Exception {
        assertRefused(Answers.headOnly("200 OK", "Transfer-Encoding: " + coding) + "0\r\n\r\n", "Transfer-Encoding");
    }

    @Test
    void a_body_that_ends_with_the_connection_is_refused() throws Exception {
        assertRefused(Answers.headOnly("200 OK") + "{}", "unframed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nabc\r\n0\r\n\r\n",
                "\r\nabc\r\n0\r\n\r\n",
                "-3\r\nabc\r\n0\r\n\r\n",
                "0x3\r\nabc\r\n0\r\n\r\n",
                "3 \r\nabc\r\n0\r\n\r\n",
                "3 3;x\r\nabc\r\n0\r\n\r\n",
                "3\r\nabcd\r\n0\r\n\r\n",
                "3\nabc\r\n0\r\n\r\n",
                "FFFFFFFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n",
                "3\r\nabc\r\n0\r\nno trailer\r\n\r\n"
            })
    void broken_chunks_are_refused(final String chunks) throws Exception {
        assertRefused(Answers.chunked(chunks), "sent");
    }

    @Test
    void a_ninth_interim_answer_is_refused() throws Exception {
        assertRefused(Answers.headOnly("102 Processing").repeat(9) + Answers.OK, "8 interim answers");
    }

    @Test
    void a_switch_to_another_protocol_is_refused() throws Exception {
        assertRefused(Answers.headOnly("101 Switching Protocols", "Upgrade: h2c"), "101");
    }

    @Test
    void a_line_without_end_is_too_large() throws Exception {
        assertTooLarge("HTTP/1.1 200 OK\r\nX-Endless: ", "x".repeat(1000), "16384");
    }

    @Test
    void a_head_without_end_is_too_large() throws Exception {
        assertTooLarge("HTTP/1.1 200 OK\r\n", "X-One: " + "x".repeat(1000) + "\r\n", "65536");
    }

    @Test
    void more_header_fields_than_200_are_too_large() throws Exception {
        assertTooLarge("HTTP/1.1 200 OK\r\n", "X-One: x\r\n", "200 header fields");
        final String[] fields =
                IntStream.range(0, 199).mapToObj(i -> "X-" + i + ": x").toArray(String[]::new);
        try (RawServer server = RawServer.answering(Answers.ok("ok", fields));
                BoundedHttpClient client = Clients.open()) {
            assertThat(Clients.text(Clients.get(client, server.uri("/")))).isEqualTo("ok");
        }
    }

    @Test
    void a_body_without_end_is_too_large() throws Exception {
        assertTooLarge(Answers.chunked(""), "3E8\r\n" + "x".repeat(1000) + "\r\n", "100000");
    }

    @Test
    void a_length_beyond_the_bound_is_too_large_before_the_body_is_read() throws Exception {
        assertTooLarge(Answers.headOnly("500 No", "Content-Length: 100001"), "", "100000");
        assertTooLarge(Answers.chunked("FFFFFFFFFFFFFFF\r\n"), "", "100000");
    }

    @Test
    void a_body_as_long_as_the_bound_is_accepted() throws Exception {
        final String body = "x".repeat(Clients.MAXIMUM_BODY);
        try (RawServer server = RawServer.start(
                        talk -> talk.answerAll(Answers.ok(body)),
                        talk -> talk.answerAll(Answers.chunked("186a0\r\n" + body + "\r\n0\r\n\r\n")));
                BoundedHttpClient client = new Clients.With().withoutReuse().open()) {
            assertThat(Clients.get(client, server.uri("/")).body()).hasSize(Clients.MAXIMUM_BODY);
            assertThat(Clients.get(client, server.uri("/")).body()).hasSize(Clients.MAXIMUM_BODY);
        }
    }

    @Test
    void chunk_extensions_and_trailers_without_end_are_too_large() throws Exception {
        assertTooLarge(Answers.chunked("1;"), "x".repeat(1000), "16384");
        assertTooLarge(Answers.chunked(""), "1;" + "x".repeat(1000) + "\r\na\r\n", "65536");
        assertTooLarge(Answers.chunked("0\r\n"), "X-One: x\r\n", "200 header fields");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 20",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n",
            })
    void an_answer_that_is_cut_off_is_no_answer(final String beginning) throws Exception {
        final RawServer.Conversation closes = talk -> {
            talk.readRequest();
            talk.send(beginning);
        };
        final RawServer.Conversation resets = talk -> {
            talk.readRequest();
            talk.send(beginning);
            talk.reset();
        };
        try (RawServer server = RawServer.start(closes, resets);
                BoundedHttpClient client = Clients.open()) {
            for (int i = 0; i < 2; i++) {
                final UsageException failure = Clients.failure(client, server.uri("/planted-secret"));
                assertThat(failure.unavailableCause()).contains(UnavailableCause.NETWORK);
                assertThat(failure.retryable()).isTrue();
                assertThat(failure)
                        .hasMessageContaining("127.0.0.1:" + server.port() + " closed the connection")
                        .hasMessageNotContaining(CANARY)
                        .hasNoCause();
            }
            assertThat(server.requests()).hasSize(2);
        }
    }

    private static void assertRefused(final String answer, final String why) throws IOException {
        final UsageException failure = failure(answer, "");
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure).hasMessageContaining(why);
    }

    private static void assertTooLarge(final String beginning, final String endless, final String bound)
            throws IOException {
        final UsageException failure = failure(beginning, endless);
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(Kind.TOO_LARGE);
        assertThat(failure).hasMessageContaining(bound);
    }

    /** How an answer fails; its connection must not be used again. */
    private static UsageException failure(final String beginning, final String endless) throws IOException {
        try (RawServer server = RawServer.start(
                        talk -> {
                            talk.readRequest();
                            talk.send(beginning);
                            while (!endless.isEmpty()) {
                                talk.send(endless);
                            }
                            talk.awaitClose();
                        },
                        talk -> talk.answerAll(Answers.OK));
                BoundedHttpClient client = Clients.open()) {
            final UsageException failure = Clients.failure(client, server.uri("/planted-secret"));
            assertThat(failure.retryable()).isFalse();
            assertThat(failure)
                    .hasMessageContaining("127.0.0.1:" + server.port() + " sent ")
                    .hasMessageNotContaining(CANARY)
                    .hasNoCause();
            assertThat(Clients.text(Clients.get(client, server.uri("/")))).isEqualTo("ok");
            assertThat(server.requests()).hasSize(2);
            return failure;
        }
    }

    private static InputBuffer byteByByte(final String text) {
        return new InputBuffer(
                new FilterInputStream(new ByteArrayInputStream(Answers.bytes(text))) {
                    @Override
                    public int read(final byte[] into, final int offset, final int length) throws IOException {
                        return super.read(into, offset, 1);
                    }
                },
                new Peer("a carrier"));
    }
}
