package dev.anycarrier.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.benchmarks.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CarrierServerTest {

    private static final String LARGE = "[" + "\"0123456789\",".repeat(100_000) + "0]";

    @TempDir
    private static Path folder;

    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException {
        server = ServerProcess.start(
                new Processes(),
                ServerProcess.answer("/pages", file("page", "page"), 0),
                ServerProcess.answer("/pages?cursor=2", file("second", "second"), 0),
                ServerProcess.answer("/large", file("large", LARGE), 0),
                ServerProcess.answer("/slow", file("slow", "slow"), 50),
                ServerProcess.answer("/slower", file("slower", "slower"), 80));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void answersUsageAndTokensOfAiraloWithoutBeingTold() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            client.write(RawClient.get("/v2/sims/8944465400000217735/usage?x=y"));
            assertThat(client.read()).isEqualTo(AiraloBodies.USAGE);
            client.write("POST /v2/token HTTP/1.1\r\ncontent-length: 5\r\n\r\na=b&c");
            assertThat(client.read()).isEqualTo(AiraloBodies.TOKEN);
            client.write(RawClient.get("/v2/other"));
            assertThat(client.read()).isEqualTo("HTTP/1.1 404 Not Found");
        }
    }

    @Test
    void theLongestPrefixOfTheWholeTargetWins() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            client.write(RawClient.get("/pages/of/any?cursor=2"));
            assertThat(client.read()).isEqualTo("page");
            client.write(RawClient.get("/pages?cursor=2&more"));
            assertThat(client.read()).isEqualTo("second");
        }
    }

    @Test
    void requestsThatComeTogetherAreAnsweredInOrderWhateverTheyTake() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            client.write(RawClient.get("/pages")
                    + RawClient.get("/large")
                    + RawClient.get("/slow")
                    + RawClient.get("/slower")
                    + RawClient.get("/pages")
                    + RawClient.get("/large"));
            assertThat(client.read()).isEqualTo("page");
            assertThat(client.read()).isEqualTo(LARGE);
            assertThat(client.read()).isEqualTo("slow");
            assertThat(client.read()).isEqualTo("slower");
            assertThat(client.read()).isEqualTo("page");
            assertThat(client.read()).isEqualTo(LARGE);
        }
    }

    @Test
    void aRequestMayComeInPieces() throws IOException {
        try (RawClient client = new RawClient(server.port());
                RawClient other = new RawClient(server.port())) {
            final String request = RawClient.get("/pages");
            client.write(request.substring(0, 9));
            other.write(request);
            assertThat(other.read()).isEqualTo("page");
            client.write(request.substring(9));
            assertThat(client.read()).isEqualTo("page");
        }
    }

    @Test
    void anAnswerTakesItsTimeAndHoldsUpNobodyElse() throws IOException {
        try (RawClient slow = new RawClient(server.port());
                RawClient other = new RawClient(server.port())) {
            final long begun = System.nanoTime();
            slow.write(RawClient.get("/slow"));
            other.write(RawClient.get("/pages"));
            assertThat(other.read()).isEqualTo("page");
            assertThat(slow.read()).isEqualTo("slow");
            assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Test
    void countsWhatItAnswersByPrefix() throws IOException {
        final long before = server.count("/pages?cursor=2");
        try (RawClient client = new RawClient(server.port())) {
            for (int i = 0; i < 3; i++) {
                client.write(RawClient.get("/pages?cursor=2"));
                client.read();
            }
        }
        assertThat(server.count("/pages?cursor=2") - before).isEqualTo(3);
        assertThat(server.cpuNanos()).isPositive();
    }

    @Test
    void anAnswerMayTakeThePlaceOfOneThatIsAlwaysThere() throws IOException {
        try (ServerProcess own =
                        ServerProcess.start(new Processes(), ServerProcess.answer("/v2/sims/", file("own", "own"), 0));
                RawClient client = new RawClient(own.port())) {
            client.write(RawClient.get("/v2/sims/1/usage"));
            assertThat(client.read()).isEqualTo("own");
            assertThat(own.count("/v2/sims/")).isEqualTo(1);
        }
    }

    @Test
    void theCheckTellsHowMuchItCanDo() {
        assertThat(ServerCheck.of(server, 1000))
                .allSatisfy(figure -> assertThat(figure.value()).isNotNegative());
    }

    private static Path file(final String name, final String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
