package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.cli.Terminal.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    @TempDir
    Path directory;

    @Test
    void the_demo_reads_every_sim_of_three_carriers_and_finds_their_own_sums() {
        final Result demo = Terminal.in(directory).run("demo", "--seed", "5");

        assertThat(demo.code()).isZero();
        assertThat(demo.out())
                .contains("check: all 303 outcomes, and the sums of the 3 carriers, are equal to the carriers' own")
                .containsPattern("(?m)^airalo +101 ")
                .containsPattern("(?m)^onomondo +101 ")
                .containsPattern("(?m)^pressone +101 ");
    }

    @Test
    void its_json_holds_every_outcome_and_no_difference() {
        final Result demo = demo("--sims", "2", "--output", "json");

        assertThat(demo.code()).isZero();
        final JsonNode json = JsonDocuments.parse(demo.out());
        assertThat(json.path("results")).hasSize(9);
        assertThat(json.path("differences").isArray()).isTrue();
        assertThat(json.path("differences")).isEmpty();
    }

    @Test
    void two_seeds_give_two_tables_and_one_seed_gives_one() {
        final String one = simsOf(demo("--seed", "1", "--sims", "20"));
        final String again = simsOf(demo("--seed", "1", "--sims", "20"));
        final String other = simsOf(demo("--seed", "2", "--sims", "20"));

        assertThat(again).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void failures_that_belong_to_the_population_are_shown_and_do_not_fail_the_demo() {
        final Result demo = demo("--sims", "20");

        assertThat(demo.code()).isZero();
        assertThat(demo.out())
                .containsPattern("(?m)^GONE +1 +GONE: usage of \\d{4}…\\d{4} from account airalo")
                .containsPattern("(?m)^NOT_FOUND +3 +NOT_FOUND: ");
    }

    @Test
    void the_table_shows_so_many_sims_of_each_carrier_and_says_how_many_it_does_not() {
        final Result some = demo("--sims", "20", "--rows", "2");
        final Result all = demo("--sims", "20", "--all");

        assertThat(simRows(some)).hasSize(6);
        assertThat(some.out()).contains("… and 57 more: --all shows them");
        assertThat(simRows(all)).hasSize(63);
    }

    @Test
    void unlimited_and_no_such_thing_are_told_apart_from_zero() {
        final String table = simsOf(demo("--sims", "20", "--all"));

        assertThat(table)
                .containsPattern("ACTIVE +\\? +unlimited +unlimited ")
                .containsPattern("TERMINATED +– +– +– ")
                .containsPattern("EXHAUSTED +[\\d.]+ [KMG]iB +0 B ");
    }

    @Test
    void sim_ids_are_masked_unless_they_are_wanted_whole() {
        assertThat(demo("--sims", "20", "--all").out()).doesNotContainPattern("\\d{17}");
        assertThat(demo("--sims", "20", "--all", "--full-ids").out()).containsPattern("airalo:\\d{18,20} ");
    }

    @Test
    void standard_error_says_that_limits_are_lifted_and_how_far_it_is() {
        final Result demo = demo("--sims", "20");

        assertThat(demo.err().lines())
                .hasSize(6)
                .anyMatch(line -> line.contains("request limits are lifted on both sides"))
                .anyMatch(line -> line.contains("reading: 63 of 63, 4 failed"));
        assertThat(demo.out()).doesNotContain("reading");
    }

    @Test
    void on_a_terminal_progress_is_one_line_that_is_rewritten_and_taken_away() {
        final Result demo = Terminal.in(directory).watchingErrors().run("demo", "--sims", "20", "--rows", "0");

        assertThat(demo.err()).contains("\ranycarrier: reading █").endsWith("63 of 63, 4 failed\r\u001b[K");
        assertThat(demo.err().lines().filter(line -> line.contains("reading")).count())
                .isLessThanOrEqualTo(64);
    }

    @Test
    void colours_are_for_terminals_alone_and_not_against_the_users_will() {
        final String[] demo = {"demo", "--sims", "20", "--rows", "1"};

        assertThat(Terminal.in(directory).run(demo).out()).doesNotContain("\u001b");
        assertThat(Terminal.in(directory).watchingOutput().run(demo).out()).contains("\u001b[32m");
        assertThat(Terminal.in(directory)
                        .watchingOutput()
                        .variable("NO_COLOR", "1")
                        .run(demo)
                        .out())
                .doesNotContain("\u001b");
    }

    @Test
    void the_demo_never_asks_a_configured_account() {
        final Result demo = Terminal.in(directory)
                .variable("ANYCARRIER_PLANTED_PROVIDER", "onomondo")
                .variable("ANYCARRIER_PLANTED_API_KEY", "planted-key")
                .run("demo", "--sims", "1");

        assertThat(demo.code()).isZero();
        assertThat(demo.out() + demo.err()).doesNotContain("planted");
    }

    @Test
    void a_demo_without_sims_is_refused() {
        assertThat(demo("--sims", "0").code()).isEqualTo(ExitCode.USAGE.code());
    }

    private Result demo(final String... options) {
        final String[] arguments = new String[options.length + 1];
        arguments[0] = "demo";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Terminal.in(directory).run(arguments);
    }

    private static String simsOf(final Result demo) {
        return demo.out().substring(0, demo.out().indexOf("CARRIER "));
    }

    private static List<String> simRows(final Result demo) {
        return demo.out().lines().filter(line -> line.matches("[a-z]+:\\S.*")).toList();
    }
}
