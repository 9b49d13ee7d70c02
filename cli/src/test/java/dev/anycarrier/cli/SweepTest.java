package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.cli.Terminal.Result;
import dev.anycarrier.cli.output.TruthJson;
import dev.anycarrier.testkit.Ledger.Purpose;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

    private static final Comparator<JsonNode> BY_SIM = Comparator.comparing(
            json -> json.path("account").asText() + ":" + json.path("sim").asText());

    @TempDir
    Path directory;

    private Carriers carriers;

    @BeforeEach
    void start() {
        carriers = Carriers.all(20);
        carriers.configure(directory, Map.of());
    }

    @AfterEach
    void stop() {
        carriers.close();
    }

    @Test
    void every_sim_of_every_carrier_has_one_line_that_says_what_the_carrier_has() throws IOException {
        input(everySim());

        final Result sweep = sweep();

        assertThat(JsonDocuments.lines(sweep.out()).stream()
                        .map(JsonDocuments::withoutCircumstances)
                        .sorted(BY_SIM))
                .isEqualTo(
                        JsonDocuments.elements(JsonDocuments.parse(
                                                TruthJson.of(carriers.running()).toString())
                                        .path("results"))
                                .stream()
                                .sorted(BY_SIM)
                                .toList());
        assertThat(sweep.code()).isEqualTo(ExitCode.PARTIAL.code());
        assertThat(sweep.err()).contains("60 SIMs: 59 read, 1 failed (GONE 1)");
    }

    @Test
    void a_sweep_that_ends_leaves_no_checkpoint_behind() throws IOException {
        input(List.of(carriers.sim("airalo")));

        assertThat(sweep().code()).isZero();
        assertThat(sweep().code()).isZero();
        assertThat(directory.resolve("sims.txt.sweep")).doesNotExist();
    }

    @Test
    void bad_lines_are_named_by_number_and_reason_and_the_rest_goes_on() throws IOException {
        final String sim = carriers.sim("airalo");
        input(List.of("# SIMs", "8944465400000217736", sim, "airalo:../../x", "airaalo:8944465400000217736"));

        final Result sweep = sweep();

        assertThat(sweep.code()).isEqualTo(ExitCode.PARTIAL.code());
        assertThat(sweep.err())
                .contains("sims.txt, line 2: a SIM is written account:id")
                .contains("sims.txt, line 4: ")
                .contains("sims.txt, line 5: there is no account 'airaalo'; known are airalo, onomondo, pressone")
                .contains("2 SIMs: 1 read, 1 skipped (UNKNOWN_ACCOUNT 1), 2 bad lines")
                .doesNotContain("8944465400000217736");
        assertThat(JsonDocuments.lines(sweep.out()))
                .hasSize(2)
                .anyMatch(json -> json.path("skipped").asText().equals("UNKNOWN_ACCOUNT"));
    }

    @Test
    void duplicates_are_named_by_their_lines_and_asked_about_once() throws IOException {
        final String sim = carriers.sim("onomondo");
        input(List.of("# SIMs", sim, "nothing", carriers.sim("airalo"), sim, sim));

        final Result sweep = sweep();

        assertThat(sweep.code()).isEqualTo(ExitCode.PARTIAL.code());
        assertThat(sweep.err())
                .contains("sims.txt, line 5: the SIM was named before")
                .contains("sims.txt, line 6: the SIM was named before");
        assertThat(JsonDocuments.lines(sweep.out()))
                .hasSize(4)
                .filteredOn(json -> json.path("skipped").asText().equals("DUPLICATE"))
                .hasSize(2);
        assertThat(carriers.get("onomondo").ledger().entries()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void no_more_than_twenty_lines_are_named() throws IOException {
        final List<String> lines = new ArrayList<>(List.of(carriers.sim("airalo")));
        for (int line = 0; line < 50; line++) {
            lines.add("nothing");
        }
        input(lines);

        final Result sweep = sweep();

        assertThat(sweep.err().lines().filter(line -> line.contains(", line "))).hasSize(20);
        assertThat(sweep.err()).contains("sims.txt: and 30 lines more");
    }

    @Test
    void a_file_that_names_no_sim_at_all_is_2_and_an_empty_one_is_0() throws IOException {
        input(List.of("nothing"));
        assertThat(sweep().code()).isEqualTo(ExitCode.USAGE.code());

        input(List.of("# nothing"));
        assertThat(sweep().code()).isZero();
    }

    @Test
    void if_all_sims_fail_the_code_is_that_of_the_first() throws IOException {
        input(List.of(carriers.unknownSim("airalo"), carriers.unknownSim("onomondo")));

        assertThat(sweep().code()).isEqualTo(ExitCode.NOT_FOUND.code());
    }

    @Test
    void csv_has_a_heading_and_lines_of_one_length() throws IOException {
        input(List.of(carriers.sim("airalo"), carriers.unknownSim("pressone")));

        final Result sweep = sweep("--output", "csv");

        assertThat(sweep.out().lines().toList())
                .hasSizeGreaterThanOrEqualTo(3)
                .satisfies(lines -> assertThat(lines.get(0)).startsWith("account,sim,outcome,reason,status,"))
                .anyMatch(line -> line.startsWith(carriers.sim("airalo").replace(':', ',') + ",FRESH,,"))
                .anyMatch(line -> line.contains(",FAILED,NOT_FOUND,"));
    }

    @Test
    void sims_may_come_from_standard_input() {
        final Result sweep = Terminal.in(directory)
                .typing(carriers.sim("airalo") + "\r\n\r\n" + carriers.sim("onomondo"))
                .run("sweep", "-");

        assertThat(sweep.code()).isZero();
        assertThat(JsonDocuments.lines(sweep.out())).hasSize(2);
    }

    @Test
    void there_is_nothing_to_resume_before_a_sweep_broke_off() throws IOException {
        input(List.of(carriers.sim("airalo")));

        final Result sweep = sweep("--resume");
        final Result piped = Terminal.in(directory).run("sweep", "-", "--resume");

        assertThat(sweep.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(sweep.err()).contains("nothing to resume");
        assertThat(piped.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(piped.err()).contains("--checkpoint");
        assertThat(carriers.get("airalo").ledger().entries()).isEmpty();
    }

    @Test
    void sims_that_the_deadline_left_out_are_read_by_a_resumed_sweep() throws IOException {
        input(everySim());

        final Result none = sweep("--deadline", "0");
        final Result anew = sweep();
        final Result rest = sweep("--resume");

        assertThat(none.code()).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(none.err()).contains("60 skipped (DEADLINE 60)").contains("--resume");
        assertThat(JsonDocuments.lines(none.out()))
                .hasSize(60)
                .allMatch(json -> json.path("skipped").asText().equals("DEADLINE"));
        assertThat(anew.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(anew.err()).contains("sims.txt.sweep was left by a sweep that has not ended");
        assertThat(JsonDocuments.lines(rest.out())).hasSize(60).noneMatch(json -> json.has("skipped"));
        assertThat(directory.resolve("sims.txt.sweep")).doesNotExist();
    }

    @Test
    void what_could_not_be_written_is_read_again_by_a_resumed_sweep() throws IOException {
        input(everySim());
        final ByteArrayOutputStream err = new ByteArrayOutputStream();

        final int code = Terminal.in(directory).run(new FullDisk(), err, "sweep", "sims.txt");
        final Result resumed = sweep("--resume");

        assertThat(code).isEqualTo(ExitCode.UNEXPECTED.code());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("what was not written does not count as done");
        assertThat(JsonDocuments.lines(resumed.out())).hasSize(60);
    }

    @Test
    void a_resumed_sweep_prints_no_heading() throws IOException {
        input(everySim());

        sweep("--output", "csv", "--deadline", "0");

        assertThat(sweep("--output", "csv", "--resume").out()).doesNotContain("account,sim,");
    }

    @Test
    void the_checkpoint_of_another_input_and_one_that_is_damaged_are_refused() throws IOException {
        input(everySim());
        sweep("--deadline", "0");
        input(List.of(carriers.sim("airalo")));

        final Result foreign = sweep("--resume");
        Files.writeString(directory.resolve("sims.txt.sweep"), "something else\n");
        final Result damaged = sweep("--resume");

        assertThat(foreign.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(foreign.err()).contains("sims.txt.sweep cannot be used: ").doesNotContain("\tat ");
        assertThat(damaged.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(damaged.err()).contains("sims.txt.sweep cannot be used: ").doesNotContain("\tat ");
        assertThat(foreign.out() + damaged.out()).isEmpty();
    }

    @Test
    void progress_is_a_bar_on_a_terminal_and_a_few_lines_elsewhere() throws IOException {
        input(everySim());

        final Result watched = Terminal.in(directory).watchingErrors().run("sweep", "sims.txt");
        final Result unwatched = sweep();

        assertThat(watched.err()).contains("\ranycarrier: sweeping █").contains("\r\u001b[K");
        assertThat(watched.out()).doesNotContain("\r");
        assertThat(unwatched.err().lines().filter(line -> line.contains("sweeping:")))
                .hasSizeLessThanOrEqualTo(10);
        assertThat(unwatched.err()).doesNotContain("\r");
    }

    @Test
    void records_of_an_account_take_the_place_of_questions_where_the_carrier_has_them() throws IOException {
        input(everySim());

        final Result sweep = sweep("--source", "records");

        assertThat(JsonDocuments.lines(sweep.out()))
                .hasSize(60)
                .filteredOn(json -> json.path("account").asText().equals("onomondo"))
                .hasSize(20)
                .allMatch(json -> json.at("/report/buckets").isEmpty())
                .allMatch(json -> json.at("/report/counters").size()
                                + json.at("/report/warnings").size()
                        == 1);
        assertThat(carriers.get("onomondo").ledger().count(Purpose.USAGE)).isZero();
    }

    @Test
    void a_second_sweep_asks_about_no_sim_whose_value_is_new_enough() throws IOException {
        input(everySim());
        final Terminal terminal = Terminal.in(directory);
        terminal.run("sweep", "sims.txt");
        final long asked = carriers.get("airalo").ledger().count(Purpose.USAGE);

        final Result again = terminal.run("sweep", "sims.txt", "--maximum-age", "1h");

        assertThat(JsonDocuments.lines(again.out())).hasSize(60);
        // One SIM is gone: that is remembered in the process alone.
        assertThat(carriers.get("airalo").ledger().count(Purpose.USAGE)).isLessThanOrEqualTo(asked + 1);
    }

    @Test
    void what_is_stale_is_counted_and_told_apart() throws IOException {
        input(List.of(carriers.sim("onomondo")));
        final Terminal terminal = Terminal.in(directory);
        terminal.run("sweep", "sims.txt");
        carriers.close();

        final Result stale = terminal.run("sweep", "sims.txt", "--maximum-age", "0");

        assertThat(stale.code()).isZero();
        assertThat(stale.err()).contains("1 SIMs: 0 read, 1 stale");
        assertThat(JsonDocuments.parse(stale.out()).at("/freshness/state").asText())
                .isEqualTo("STALE");
    }

    @Test
    void a_missing_file_is_2() {
        final Result sweep = Terminal.in(directory).run("sweep", "nothing.txt");

        assertThat(sweep.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(sweep.err()).contains("nothing.txt cannot be read: there is no such file");
    }

    private List<String> everySim() {
        final List<String> sims = new ArrayList<>();
        carriers.running()
                .forEach(carrier -> carrier.sims()
                        .forEach(truth ->
                                sims.add(carrier.carrier() + ":" + truth.sim().value())));
        return sims;
    }

    private void input(final List<String> lines) throws IOException {
        Files.write(directory.resolve("sims.txt"), lines);
    }

    private Result sweep(final String... options) {
        final List<String> arguments = new ArrayList<>(List.of("sweep", "sims.txt"));
        arguments.addAll(List.of(options));
        return Terminal.in(directory).run(arguments.toArray(String[]::new));
    }
}
