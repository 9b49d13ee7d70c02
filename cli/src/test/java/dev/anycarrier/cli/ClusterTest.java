package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.cli.Terminal.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said and refused about several nodes where no server is. */
class ClusterTest {

    /** Nobody listens there. */
    private static final String NO_REDIS = "redis://127.0.0.1:1";

    private static final String NO_DATABASE = "jdbc:postgresql://127.0.0.1:1/usage";

    @TempDir
    Path directory;

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(directory.resolve("carriers.properties"), "onomondo.api-key = planted-secret\n");
        Files.writeString(directory.resolve("sims.txt"), "onomondo:000008790\n");
    }

    @Test
    void cluster_alone_says_what_there_is_to_do() {
        final Result cluster = run("cluster");

        assertThat(cluster.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(cluster.err()).contains("anycarrier cluster --help");
        assertThat(run("cluster", "--help").out()).contains("status", "work", "outcomes", "cancel", "forget", "begin");
    }

    @Test
    void there_is_nothing_to_look_at_where_nothing_is_named() {
        final Result status = run("cluster", "status");

        assertThat(status.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(status.err()).contains("--cluster", "cluster.redis", "--jdbc", "cluster.jdbc");
    }

    @Test
    void a_redis_that_is_away_is_unavailable() {
        final Result status = run("cluster", "status", "--cluster", NO_REDIS);

        assertThat(status.code()).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(status.out()).isEmpty();
    }

    @Test
    void where_redis_is_can_stand_in_the_settings() {
        final Result status = Terminal.in(directory)
                .variable("ANYCARRIER_CLUSTER_REDIS", NO_REDIS)
                .run("cluster", "status");

        assertThat(status.code()).isEqualTo(ExitCode.UNAVAILABLE.code());
    }

    @Test
    void a_password_in_an_argument_is_refused_and_not_repeated() {
        final Result usage = run("usage", "--cluster", "redis://me:planted-secret@db1", "onomondo:000008790");

        assertThat(usage.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(usage.err()).contains("cluster.redis-password").doesNotContain("planted");
    }

    @Test
    void a_redis_that_is_away_lets_no_question_pass_and_no_state_file_is_made() {
        final Result usage =
                run("usage", "--cluster", NO_REDIS, "--deadline", "2s", "--fail-when-stale", "onomondo:000008790");

        assertThat(usage.code()).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(usage.err()).contains("UNAVAILABLE");
        assertThat(directory).isDirectoryNotContaining("glob:**state-*");
    }

    @Test
    void who_has_a_cluster_in_the_settings_and_leaves_it_out_is_told() {
        final Result usage = Terminal.in(directory)
                .variable("ANYCARRIER_CLUSTER_REDIS", NO_REDIS)
                .run("usage", "--deadline", "0", "onomondo:000008790");

        assertThat(usage.err()).contains("shares no limits with other nodes", "--cluster settings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--jdbc " + NO_DATABASE + " --cluster " + NO_REDIS,
                "--identity monday --cluster " + NO_REDIS,
                "--jdbc " + NO_DATABASE + " --identity monday",
                "--outcomes",
                "--jdbc " + NO_DATABASE + " --identity monday --cluster " + NO_REDIS + " --resume",
                "--jdbc " + NO_DATABASE + " --identity monday --cluster " + NO_REDIS + " --source records",
                "--jdbc jdbc:mysql://db1/usage --identity monday --cluster " + NO_REDIS,
            })
    void a_sweep_of_all_nodes_needs_everything_that_it_takes_and_nothing_else(final String options) {
        final Result sweep = run(("sweep sims.txt " + options).split(" "));

        assertThat(sweep.code()).as(sweep.err()).isEqualTo(ExitCode.USAGE.code());
        assertThat(sweep.out()).isEmpty();
    }

    @Test
    void a_database_that_is_away_is_unavailable() {
        for (final String command : new String[] {"outcomes", "cancel", "forget"}) {
            final Result result = Terminal.in(directory)
                    .variable("ANYCARRIER_CLUSTER_JDBC_USER", "me")
                    .variable("ANYCARRIER_CLUSTER_JDBC_PASSWORD", "planted-secret")
                    .run("cluster", command, "monday", "--jdbc", NO_DATABASE);

            assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.UNAVAILABLE.code());
            assertThat(result.out() + result.err()).doesNotContain("planted");
        }
    }

    @Test
    void everything_that_is_wrong_with_the_settings_of_the_cluster_is_said_at_once() {
        final Terminal terminal = Terminal.in(directory);
        Map.of("SLACK", "soon", "LANES", "0", "PREFIX", "a b")
                .forEach((key, value) -> terminal.variable("ANYCARRIER_CLUSTER_" + key, value));

        final Result status = terminal.run("cluster", "status", "--cluster", NO_REDIS);

        assertThat(status.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(status.err()).contains("cluster.slack", "cluster.lanes", "cluster.prefix");
    }

    @Test
    void an_account_that_there_is_not_cannot_begin() {
        final Result begin = run("cluster", "begin", "airalo", "--cluster", NO_REDIS);

        assertThat(begin.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(begin.err()).contains("airalo");
    }

    private Result run(final String... arguments) {
        return Terminal.in(directory).run(arguments);
    }
}
