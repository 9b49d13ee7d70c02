package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.cli.Terminal.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SimulateTest {

    @TempDir
    Path directory;

    @Test
    void its_output_is_a_settings_file_under_which_every_sim_is_as_its_truth_says() throws Exception {
        try (Simulation simulation = Simulation.start(
                directory, "simulate", "--sims", "20", "--seed", "3", "--no-limits", "--truth", "truth.json")) {
            Files.writeString(directory.resolve("simulated.properties"), simulation.out());
            final JsonNode truth = JsonDocuments.parse(Files.readString(directory.resolve("truth.json")));

            final List<String> usage =
                    new ArrayList<>(List.of("usage", "--config", "simulated.properties", "--output", "json"));
            truth.path("results")
                    .forEach(result -> usage.add(result.path("account").asText() + ":"
                            + result.path("sim").asText()));
            final Result read = Terminal.in(directory).run(usage.toArray(String[]::new));

            assertThat(usage).hasSize(60 + 5);
            assertThat(JsonDocuments.elements(JsonDocuments.parse(read.out()).path("results")).stream()
                            .map(JsonDocuments::withoutCircumstances))
                    .isEqualTo(JsonDocuments.elements(truth.path("results")));
        }
    }

    @Test
    void records_and_tags_are_as_its_truth_says_too() throws Exception {
        try (Simulation simulation = Simulation.start(
                directory, "simulate", "onomondo", "--sims", "5", "--no-limits", "--truth", "t.json")) {
            Files.writeString(directory.resolve("carriers.properties"), simulation.out());
            final JsonNode truth = JsonDocuments.parse(Files.readString(directory.resolve("t.json")));

            final Result records = Terminal.in(directory).run(commandIn(simulation.out(), "records onomondo"));
            final JsonNode tag = truth.at("/tags/0");
            final Result total = Terminal.in(directory)
                    .run("tag", "onomondo", tag.path("tag").asText(), "-o", "json");

            assertThat(truth.path("records")).isNotEmpty();
            assertThat(records.out().lines()).hasSize(truth.path("records").size() + 1);
            assertThat(JsonDocuments.parse(total.out()).at("/total/data")).isEqualTo(tag.at("/total/data"));
        }
    }

    @Test
    void all_its_sims_are_listed_as_a_sweep_reads_them() throws Exception {
        try (Simulation simulation = Simulation.start(
                directory, "simulate", "--sims", "20", "--show", "0", "--no-limits", "--list", "sims.txt")) {
            Files.writeString(directory.resolve("carriers.properties"), simulation.out());

            final Result swept = Terminal.in(directory).run("sweep", "sims.txt", "--no-state");

            assertThat(Files.readAllLines(directory.resolve("sims.txt"))).hasSize(60);
            assertThat(swept.out().lines()).hasSize(60);
        }
    }

    @Test
    void what_is_no_setting_is_a_comment() throws Exception {
        try (Simulation simulation = Simulation.start(directory, "simulate", "airalo", "--show", "2")) {
            assertThat(simulation.out().lines())
                    .allMatch(line -> line.isEmpty() || line.startsWith("#") || line.startsWith("airalo."));
            assertThat(simulation.out().lines().filter(line -> line.matches("#   airalo:\\d+  .*")))
                    .hasSize(3);
        }
    }

    @Test
    void the_truth_can_have_standard_output_for_itself() throws Exception {
        try (Simulation simulation =
                Simulation.start(directory, "simulate", "pressone", "--sims", "2", "--truth", "-")) {
            assertThat(JsonDocuments.parse(simulation.out()).path("results")).hasSize(2);
            assertThat(simulation.err()).contains("pressone.base-url = http://127.0.0.1:");
        }
    }

    @Test
    void an_interruption_ends_it_and_its_carriers() throws Exception {
        final Simulation simulation = Simulation.start(directory, "simulate", "airalo");
        final int port = Integer.parseInt(
                simulation.out().replaceFirst("(?s).*base-url = http://127\\.0\\.0\\.1:(\\d+).*", "$1"));

        simulation.close();

        assertThat(simulation.code()).isZero();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
        }
    }

    @Test
    void a_port_that_is_taken_is_refused() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            final Result simulate =
                    Terminal.in(directory).run("simulate", "airalo", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(simulate.code()).isEqualTo(ExitCode.USAGE.code());
            assertThat(simulate.err()).contains("the simulator of airalo cannot start");
        }
    }

    @Test
    void an_unknown_carrier_names_the_known() {
        final Result simulate = Terminal.in(directory).run("simulate", "airallo");

        assertThat(simulate.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(simulate.err()).contains("airalo, onomondo, pressone");
    }

    private static String[] commandIn(final String settings, final String command) {
        return settings.lines()
                .filter(line -> line.startsWith("#   anycarrier " + command))
                .map(line -> line.replaceFirst("#   anycarrier ", "").replaceFirst("  .*", ""))
                .findFirst()
                .orElseThrow()
                .split(" ");
    }

    /** The command in a thread of its own, once it says that it runs. */
    private static final class Simulation implements AutoCloseable {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final Watched err = new Watched("to stop them");
        private final FutureTask<Integer> command;
        private final Thread thread;

        private Simulation(final Path directory, final String... arguments) {
            command = new FutureTask<>(() -> Terminal.in(directory).run(out, err, arguments));
            thread = new Thread(command, "simulate");
        }

        static Simulation start(final Path directory, final String... arguments) throws InterruptedException {
            final Simulation simulation = new Simulation(directory, arguments);
            simulation.thread.start();
            assertThat(simulation.err.seen.await(30, TimeUnit.SECONDS))
                    .as(simulation.err())
                    .isTrue();
            return simulation;
        }

        String out() {
            return out.toString(StandardCharsets.UTF_8);
        }

        String err() {
            return err.text.toString(StandardCharsets.UTF_8);
        }

        int code() throws Exception {
            return command.get(10, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(30).toMillis());
            } catch (final InterruptedException e) {
                throw new AssertionError("interrupted while the simulation ends", e);
            }
            assertThat(thread.isAlive()).isFalse();
        }
    }

    /** A stream that tells when a text went through it. */
    private static final class Watched extends OutputStream {

        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private final CountDownLatch seen = new CountDownLatch(1);
        private final String awaited;

        private Watched(final String awaited) {
            this.awaited = awaited;
        }

        @Override
        public void write(final int octet) {
            text.write(octet);
            if (text.toString(StandardCharsets.UTF_8).contains(awaited)) {
                seen.countDown();
            }
        }
    }
}
