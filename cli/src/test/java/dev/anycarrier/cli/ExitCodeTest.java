package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.cli.Terminal.Result;
import dev.anycarrier.spi.UsageException.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "REJECTED_INPUT, 2",
        "UNSUPPORTED, 2",
        "NOT_FOUND, 3",
        "GONE, 3",
        "AUTHENTICATION_FAILED, 4",
        "PERMISSION_DENIED, 4",
        "TOO_MANY_REQUESTS, 5",
        "UNAVAILABLE, 6",
        "DEADLINE_EXCEEDED, 6",
        "PROTOCOL, 6",
        "TOO_LARGE, 6",
        "INVALID_DATA, 6",
        "CANCELLED, 1"
    })
    void every_kind_of_failure_has_its_code(final Kind kind, final int code) {
        assertThat(ExitCode.of(kind).code()).isEqualTo(code);
    }

    @Test
    void everything_answered_is_0_and_part_of_it_is_7() {
        try (Carriers carriers = Carriers.all(20)) {
            carriers.configure(directory, Map.of());

            assertThat(run("usage", carriers.sim("airalo"), carriers.sim("pressone"))
                            .code())
                    .isZero();
            assertThat(run("usage", carriers.sim("airalo"), carriers.unknownSim("pressone"))
                            .code())
                    .isEqualTo(7);
        }
    }

    @Test
    void a_sim_that_the_carrier_never_had_or_no_longer_has_is_3() {
        try (Carriers carriers = Carriers.all(20)) {
            carriers.configure(directory, Map.of());

            assertThat(run("usage", carriers.unknownSim("onomondo")).code()).isEqualTo(3);
            assertThat(run("usage", carriers.goneSim("airalo")).code()).isEqualTo(3);
        }
    }

    @Test
    void credentials_that_the_carrier_refuses_are_4() {
        try (Carriers carriers = Carriers.all(1)) {
            carriers.configure(
                    directory, Map.of("airalo.client-secret", "wrong-secret", "onomondo.api-key", "wrong-key"));

            assertThat(run("usage", carriers.sim("airalo")).code()).isEqualTo(4);
            assertThat(run("usage", carriers.sim("onomondo")).code()).isEqualTo(4);
        }
    }

    @Test
    void a_limit_of_the_carrier_is_5_and_says_when_to_ask_again() {
        try (Carriers carriers = Carriers.limited("airalo")) {
            carriers.configure(directory, Map.of("airalo.deadline", "2s"));
            final String sim = carriers.sim("airalo");
            assertThat(run("usage", sim).code()).isZero();

            final Result limited = run("usage", sim, "-o", "json");

            assertThat(limited.code()).isEqualTo(5);
            assertThat(JsonDocuments.parse(limited.out())
                            .at("/results/0/error/notBefore")
                            .asText())
                    .matches("20.*Z");
        }
    }

    @Test
    void a_carrier_that_cannot_be_reached_is_6() {
        final Carriers carriers = Carriers.all(1);
        carriers.configure(directory, Map.of("airalo.deadline", "2s"));
        carriers.close();

        final Result usage = run("usage", carriers.sim("airalo"));

        assertThat(usage.code()).isEqualTo(6);
        assertThat(usage.err()).contains("UNAVAILABLE (NETWORK)");
    }

    @Test
    void a_broken_answer_is_6_and_names_the_field() {
        try (OnomondoStub stub =
                        OnomondoStub.answering(query -> "{\"pagination\":{\"has_more\":false},\"usage\":[{}]}");
                Carriers carriers = Carriers.all(1)) {
            carriers.configure(directory, Map.of("onomondo.base-url", stub.address()));

            final Result records = run("records", "onomondo", "--from", "2020-01-01", "--to", "2020-01-02");

            assertThat(records.code()).isEqualTo(6);
            assertThat(records.err()).contains("INVALID_DATA").contains("field").doesNotContain("\tat ");
        }
    }

    @Test
    void of_several_that_all_failed_the_first_decides() {
        try (Carriers carriers = Carriers.all(1)) {
            carriers.configure(directory, Map.of("onomondo.api-key", "wrong-key"));

            assertThat(run("usage", carriers.unknownSim("airalo"), carriers.sim("onomondo"))
                            .code())
                    .isEqualTo(3);
            assertThat(run("usage", carriers.sim("onomondo"), carriers.unknownSim("airalo"))
                            .code())
                    .isEqualTo(4);
        }
    }

    @Test
    void an_output_that_cannot_be_written_is_1() {
        try (Carriers carriers = Carriers.all(1)) {
            carriers.configure(directory, Map.of());
            final ByteArrayOutputStream err = new ByteArrayOutputStream();

            final int code = Terminal.in(directory).run(new FullDisk(), err, "usage", carriers.sim("airalo"));

            assertThat(code).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("standard output could not be written");
        }
    }

    private Result run(final String... arguments) {
        return Terminal.in(directory).run(arguments);
    }
}
