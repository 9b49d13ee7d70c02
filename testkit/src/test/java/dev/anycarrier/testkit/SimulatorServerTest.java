package dev.anycarrier.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.testkit.CarrierTestClient.Answer;
import dev.anycarrier.testkit.Ledger.Entry;
import dev.anycarrier.testkit.Ledger.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatorServerTest {

    private final AdjustableClock clock = new AdjustableClock("2024-01-31T12:00:00Z");
    private final SimulatorOptions options = SimulatorOptions.seeded(1).withClock(clock);
    private final SimulatorServer server = SimulatorServer.start(
            options,
            List.of(
                    SimulatorRoute.get(
                            "/sims/{sim}/usage",
                            Purpose.USAGE,
                            request -> SimulatorAnswer.ok("\"" + request.variable("sim") + "\"")
                                    .withHeader(
                                            "X-Asked",
                                            String.join("+", request.query().keySet()))),
                    SimulatorRoute.post(
                            "/token", Purpose.TOKEN, request -> SimulatorAnswer.ok("\"" + request.form() + "\"")),
                    SimulatorRoute.get("/broken", Purpose.OTHER, request -> {
                        throw new IllegalStateException("the route is \"broken\"");
                    })),
            SimulatorAnswer.of(404, "{}"));
    private final CarrierTestClient client = new CarrierTestClient(server.address());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_segment_in_braces_stands_for_any_text_and_the_query_is_decoded() {
        final Answer answer = client.get("/sims/0042/usage?filter%5B%5D=a&limit=1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().textValue()).isEqualTo("0042");
        assertThat(answer.header("X-Asked")).contains("filter[]+limit");
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("Date")).contains("Wed, 31 Jan 2024 12:00:00 GMT");
    }

    @Test
    void a_form_is_read_only_if_it_is_declared_as_one() {
        assertThat(client.postForm("/token", "a=1&b=%2B+x").json().textValue()).isEqualTo("{a=[1], b=[+ x]}");
        assertThat(talk("POST /token HTTP/1.1\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=1"))
                .endsWith("\r\n\r\n\"{}\"");
    }

    @Test
    void what_no_route_fits_is_not_found_whether_by_path_or_by_method() {
        assertThat(client.get("/sims/0042").status()).isEqualTo(404);
        assertThat(client.get("/sims//usage").status()).isEqualTo(404);
        assertThat(client.postForm("/sims/0042/usage", "").status()).isEqualTo(404);
        assertThat(server.ledger().count(Purpose.UNKNOWN_PATH)).isEqualTo(3);
    }

    @Test
    void the_ledger_holds_every_request_with_its_sim_and_its_answer() {
        client.get("/sims/0042/usage?a=%20");
        clock.advance(Duration.ofSeconds(3));
        client.get("/broken");

        assertThat(server.ledger().entries())
                .containsExactly(
                        new Entry(
                                clock.instant().minusSeconds(3),
                                Purpose.USAGE,
                                "GET",
                                "/sims/0042/usage?a=%20",
                                Optional.of("0042"),
                                200),
                        new Entry(clock.instant(), Purpose.OTHER, "GET", "/broken", Optional.empty(), 500));
    }

    @Test
    void a_route_that_throws_tells_its_author_why() {
        final Answer answer = client.get("/broken");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("simulator_failed").textValue()).contains("the route is \"broken\"");
    }

    @Test
    void requests_follow_each_other_on_one_connection_until_the_client_asks_to_close_it() {
        final String answers = talk(String.join(
                "\r\n",
                "GET /sims/1/usage HTTP/1.1",
                "",
                "HEAD /sims/2/usage HTTP/1.1",
                "",
                "GET /sims/3/usage HTTP/1.1",
                "Connection: close",
                "",
                ""));

        assertThat(answers.split("HTTP/1.1 ", -1)).hasSize(4);
        assertThat(answers).contains("\r\n\r\n\"1\"HTTP/1.1 404").endsWith("\r\n\r\n\"3\"");
    }

    @Test
    void what_is_not_http_is_refused_and_the_connection_closed() {
        assertThat(talk("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(talk("GET / HTTP/1.1\r\nno colon\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(talk("POST /token HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(talk("POST /token HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(server.ledger().entries()).isEmpty();
    }

    @Test
    void a_port_that_is_taken_is_named() {
        assertThatThrownBy(() -> SimulatorServer.start(
                        options.withPort(server.address().getPort()), List.of(), SimulatorAnswer.of(404, "{}")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("port " + server.address().getPort());
    }

    @Test
    void closing_frees_the_port_drops_connections_and_leaves_no_thread() throws Exception {
        final int port = server.address().getPort();
        try (Socket idle = new Socket(InetAddress.getLoopbackAddress(), port)) {
            idle.getOutputStream().write("GET /sims/1/usage HTTP/1.1\r\n\r\n".getBytes(ISO_8859_1));
            assertThat(idle.getInputStream().read()).isEqualTo('H');

            server.close();
            server.close();

            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("simulator-" + port + "-"));
            idle.setSoTimeout(10_000);
            assertThat(idle.getInputStream().readAllBytes()).isNotEmpty();
        }
        try (ServerSocket again = new ServerSocket(port)) {
            assertThat(again.getLocalPort()).isEqualTo(port);
        }
    }

    private String talk(final String requests) {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(requests.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
