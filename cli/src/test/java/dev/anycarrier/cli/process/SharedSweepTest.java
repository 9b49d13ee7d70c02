package dev.anycarrier.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anycarrier.cluster.testing.PostgresServer;
import dev.anycarrier.cluster.testing.RedisServer;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk-through for more than one machine, in two processes of this one, of which one is killed in the middle. */
@Tag("cluster")
class SharedSweepTest {

    private static final int SIMS_OF_A_CARRIER = 100;
    private static final int SOME_GONE = 7;
    private static final int KILLED = 128 + 9;
    private static final int UNAUTHORIZED = 401;
    private static final int LOOKS = 40;

    /** What the carriers enforce; what the nodes keep to is longer, as the way to a carrier takes its time. */
    private static final Duration INTERVAL = Duration.ofSeconds(3);

    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final RedisServer redis = RedisServer.start();
    private final PostgresServer postgres = PostgresServer.start();

    @TempDir
    Path folder;

    @Test
    void two_nodes_share_a_sweep_and_it_is_complete_although_one_is_killed() throws Exception {
        try (redis;
                postgres;
                Fleet fleet = Fleet.start(SimulatorOptions.seeded(11)
                        .withSims(SIMS_OF_A_CARRIER)
                        .withLimit(new RateLimit(LimitScope.SIM, 1, INTERVAL))
                        .withLimit(new RateLimit(LimitScope.ACCOUNT, 12, Duration.ofSeconds(1)))
                        .withLimit(new RateLimit(LimitScope.TOKEN_ENDPOINT, 1000, Duration.ofSeconds(1))))) {
            configure(fleet);
            fleet.carriers().forEach(carrier -> run(0, "cluster", "begin", carrier.carrier(), "--cluster", "settings"));

            final List<String> lines = new ArrayList<>();
            try (CommandProcess left = node("left");
                    CommandProcess right = node("right", "--outcomes")) {
                seeBoth();
                left.kill();
                assertThat(left.waitFor()).isEqualTo(KILLED);
                right.readLines(lines::add);
                assertThat(right.waitFor()).as(right.errors()).isEqualTo(SOME_GONE);
                assertThat(right.errors()).contains("300 SIMs: ");
            }

            assertThat(lines).hasSize(3 * SIMS_OF_A_CARRIER);
            assertThat(SweepLines.bySim(lines)).hasSize(3 * SIMS_OF_A_CARRIER);
            assertThat(String.join("\n", lines)).doesNotContain("TOO_MANY_REQUESTS", "UNAVAILABLE", "CANCELLED");
            assertThat(askedTooSoon(fleet.carrier("airalo"))).isEmpty();
            assertThat(askedTooSoon(fleet.carrier("pressone"))).isEmpty();
            fleet.carriers().forEach(carrier -> assertThat(refused(carrier)).isEmpty());
            assertThat(run(0, "cluster", "outcomes", "monday")).containsExactlyInAnyOrderElementsOf(lines);
            assertThat(run(0, "cluster", "forget", "monday")).isEmpty();
            assertThat(run(2, "cluster", "outcomes", "monday")).isEmpty();
        }
    }

    private void configure(final Fleet fleet) throws IOException {
        fleet.configure(
                folder,
                carrier -> carrier.equals("onomondo")
                        ? Map.of("limit-account", "12/1s")
                        : Map.of("limit-account", "12/1s", "limit-sim", "1/4s", "limit-token", "1000/1s"));
        Files.write(
                folder.resolve("carriers.properties"),
                List.of(
                        "cluster.redis = " + redis.uri(),
                        "cluster.jdbc = " + postgres.jdbcUrl().replaceFirst("\\?.*", ""),
                        "cluster.jdbc-user = " + PostgresServer.USER,
                        "cluster.chunk-size = 5",
                        "cluster.workers = 4",
                        "cluster.heartbeat = 500ms"),
                StandardOpenOption.APPEND);
    }

    private CommandProcess node(final String name, final String... more) throws IOException {
        final List<String> arguments = new ArrayList<>(
                List.of("sweep", "sims.txt", "--cluster", "settings", "--jdbc", "settings", "--identity", "monday"));
        arguments.addAll(List.of("--node", name));
        arguments.addAll(List.of(more));
        return CommandProcess.start(folder, JVM, arguments);
    }

    /** Looks until both nodes are there and work. */
    private void seeBoth() throws IOException {
        String last = "";
        for (int look = 0; look < LOOKS; look++) {
            last = String.join("\n", run(0, "cluster", "status", "-o", "json"));
            final JsonNode status = new ObjectMapper().readTree(last);
            if (status.path("nodes").findValuesAsText("node").equals(List.of("left", "right"))
                    && status.at("/sweeps/0/nodes").size() == 2) {
                assertThat(status.at("/sweeps/0/state").asText()).isEqualTo("UNDER_WAY");
                return;
            }
        }
        throw new AssertionError("both nodes were never seen at work: " + last);
    }

    private List<String> run(final int code, final String... arguments) {
        final List<String> lines = new ArrayList<>();
        try (CommandProcess command = CommandProcess.start(folder, JVM, List.of(arguments))) {
            command.readLines(lines::add);
            assertThat(command.waitFor()).as(command.errors()).isEqualTo(code);
            return lines;
        } catch (final IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Ledger.Entry> refused(final SimulatedCarrier carrier) {
        return carrier.ledger().entries().stream()
                .filter(entry -> entry.status() == 429)
                .toList();
    }

    private static List<String> askedTooSoon(final SimulatedCarrier carrier) {
        final Map<String, Instant> last = new HashMap<>();
        final List<String> tooSoon = new ArrayList<>();
        for (final Ledger.Entry entry : carrier.ledger().entries()) {
            if (entry.purpose() == Purpose.USAGE && entry.status() != UNAUTHORIZED) {
                final Instant before = last.put(entry.sim().orElseThrow(), entry.time());
                if (before != null && entry.time().isBefore(before.plus(INTERVAL))) {
                    tooSoon.add(entry + ", asked before at " + before);
                }
            }
        }
        return tooSoon;
    }
}
