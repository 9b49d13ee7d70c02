package dev.anycarrier.testkit.fault;

import static dev.anycarrier.testkit.fault.Script.accept;
import static dev.anycarrier.testkit.fault.Script.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FaultServerTest {

    private static final String QUESTION = "GET /sims/1 HTTP/1.1\r\nHost: here\r\nAuthorization: key\r\n\r\n";

    @Test
    void a_request_is_recorded_with_its_headers_and_body_before_it_is_answered() throws Exception {
        try (FaultServer server = FaultServer.start(answering(Answer.json(200, "{}")));
                Socket client = connect(server)) {
            say(client, "POST /token HTTP/1.1\r\nContent-Length: 4\r\nX-Key: secret\r\n\r\na=bc");

            final String answer = new String(client.getInputStream().readNBytes(15), StandardCharsets.US_ASCII);

            assertThat(answer).isEqualTo("HTTP/1.1 200 Sa");
            assertThat(server.requests()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.target()).isEqualTo("/token");
                assertThat(request.headers().first("x-key")).contains("secret");
                assertThat(request.body()).isEqualTo("a=bc");
            });
        }
    }

    @Test
    void the_last_script_is_for_every_further_connection() throws Exception {
        try (FaultServer server = FaultServer.start(
                accept().write("one").close(), accept().write("two").close())) {
            assertThat(everything(server)).isEqualTo("one");
            assertThat(everything(server)).isEqualTo("two");
            assertThat(everything(server)).isEqualTo("two");
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void a_request_after_the_end_of_a_script_is_recorded_and_not_answered() throws Exception {
        final CountDownLatch first = new CountDownLatch(1);
        try (FaultServer server = FaultServer.start(accept().readRequest().signal(first));
                Socket client = connect(server)) {
            say(client, QUESTION + QUESTION);
            client.shutdownOutput();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(first.getCount()).isZero();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void a_reset_is_a_reset_and_not_an_end() throws Exception {
        try (FaultServer server =
                        FaultServer.start(accept().readRequest().write("HTT").reset());
                Socket client = connect(server)) {
            say(client, QUESTION);

            assertThatThrownBy(() -> client.getInputStream().readAllBytes()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void a_drip_takes_its_time() throws Exception {
        try (FaultServer server = FaultServer.start(
                accept().drip("abcdef", 2, Duration.ofMillis(30)).close())) {
            final long start = System.nanoTime();

            assertThat(everything(server)).isEqualTo("abcdef");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(85));
        }
    }

    @Test
    void an_endless_answer_ends_when_the_client_leaves() throws Exception {
        try (FaultServer server = FaultServer.start(accept().repeat("more and more "))) {
            try (Socket client = connect(server)) {
                assertThat(client.getInputStream().readNBytes(100_000)).hasSize(100_000);
            }

            assertThat(server.awaitNoConnection(Duration.ofSeconds(2))).isZero();
        }
    }

    @Test
    void closing_the_server_ends_whatever_a_script_waits_for() throws Exception {
        final CountDownLatch never = new CountDownLatch(1);
        final CountDownLatch waiting = new CountDownLatch(2);
        final long start;
        try (FaultServer server = FaultServer.start(
                        accept().signal(waiting).await(never),
                        accept().signal(waiting).pause(Duration.ofHours(1)));
                Socket one = connect(server);
                Socket two = connect(server)) {
            assertThat(waiting.await(2, TimeUnit.SECONDS)).isTrue();
            assertThat(one.isConnected() && two.isConnected()).isTrue();
            start = System.nanoTime();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void chunked_and_compressed_answers_are_framed_as_they_say() {
        final Answer answer = Answer.json(200, "0123456789ABCDEF012345");

        assertThat(new String(answer.chunked().bytes(), StandardCharsets.US_ASCII))
                .endsWith("Transfer-Encoding: chunked\r\n\r\n0010\r\n0123456789ABCDEF\r\n0006\r\n012345\r\n0\r\n\r\n");
        assertThat(answer.gzip().body()).startsWith(0x1f, 0x8b);
        assertThat(answer.gzip().head())
                .contains(
                        "Content-Encoding: gzip\r\n",
                        "Content-Length: " + answer.gzip().body().length);
    }

    private static Socket connect(final FaultServer server) throws IOException {
        final Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static String everything(final FaultServer server) throws IOException {
        try (Socket client = connect(server)) {
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static void say(final Socket client, final String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
