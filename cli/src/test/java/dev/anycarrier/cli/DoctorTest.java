package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.cli.Terminal.Result;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    @TempDir
    Path directory;

    @Test
    void where_all_is_well_it_says_so_and_asks_nothing_about_usage() {
        try (Carriers carriers = Carriers.all(2)) {
            carriers.configure(directory, Map.of());

            final Result doctor = run("doctor");

            assertThat(doctor.code()).isZero();
            assertThat(doctor.out())
                    .containsPattern("(?m)^settings +ok +3 accounts, from carriers.properties and the environment *$")
                    .containsPattern("(?m)^reachability +airalo +ok ")
                    .containsPattern("(?m)^authentication +airalo +ok ")
                    .containsPattern("(?m)^authentication +onomondo +ok ")
                    .containsPattern("(?m)^authentication +pressone +ok ")
                    .containsPattern("(?m)^clock +onomondo +ok ")
                    .containsPattern("(?m)^limits +pressone +ok +100000 in 1 s per ")
                    .containsPattern("(?m)^  api-key +\\*\\*\\* +carriers.properties");
            assertThat(doctor.err()).contains("nothing failed");
            for (final SimulatedCarrier carrier : carriers.running()) {
                assertThat(carrier.ledger().count(Purpose.USAGE)).isZero();
                assertThat(carrier.ledger().count(Purpose.RECORDS)).isZero();
                assertThat(carrier.ledger().entries()).hasSize(1);
            }
        }
    }

    @Test
    void credentials_that_are_refused_are_told_from_a_carrier_that_is_not_there() {
        try (Carriers carriers = Carriers.all(1)) {
            carriers.configure(
                    directory,
                    Map.of(
                            "airalo.client-secret",
                            "wrong",
                            "onomondo.api-key",
                            "wrong",
                            "pressone.base-url",
                            "http://127.0.0.1:1",
                            "pressone.maximum-attempts",
                            "1"));

            final Result doctor = run("doctor", "--output", "json");

            assertThat(doctor.code()).isEqualTo(ExitCode.ACCESS.code());
            final JsonNode json = JsonDocuments.parse(doctor.out());
            assertThat(json.path("well").asBoolean()).isFalse();
            assertThat(result(json, "airalo", "REACHABILITY")).isEqualTo("OK");
            assertThat(result(json, "airalo", "AUTHENTICATION")).isEqualTo("FAILED");
            assertThat(result(json, "airalo", "CLOCK")).isEqualTo("OK");
            assertThat(result(json, "onomondo", "REACHABILITY")).isEqualTo("OK");
            assertThat(result(json, "onomondo", "AUTHENTICATION")).isEqualTo("FAILED");
            assertThat(result(json, "pressone", "REACHABILITY")).isEqualTo("FAILED");
            assertThat(result(json, "pressone", "AUTHENTICATION")).isEqualTo("UNKNOWN");
            assertThat(result(json, "pressone", "CLOCK")).isEqualTo("UNKNOWN");
            assertThat(json.at("/accounts/0/settings")).isNotEmpty();
            assertThat(doctor.out() + doctor.err()).doesNotContain("\"wrong\"");
        }
    }

    @Test
    void a_carrier_that_is_not_there_alone_ends_as_a_question_to_it_would() {
        try (Carriers carriers = Carriers.limited("onomondo")) {
            carriers.configure(
                    directory, Map.of("onomondo.base-url", "http://127.0.0.1:1", "onomondo.maximum-attempts", "1"));

            assertThat(run("doctor").code()).isEqualTo(ExitCode.UNAVAILABLE.code());
        }
    }

    @Test
    void a_clock_that_is_wrong_fails_and_one_that_is_a_little_off_is_a_warning() {
        final Result wrong = atCarrierAhead(Duration.ofMinutes(10));
        final Result off = atCarrierAhead(Duration.ofSeconds(-15));

        assertThat(wrong.code()).isEqualTo(ExitCode.UNEXPECTED.code());
        assertThat(wrong.out())
                .containsPattern("(?m)^clock +onomondo +failed +the clock here is (9|10) min behind the carrier's");
        assertThat(off.code()).isZero();
        assertThat(off.out())
                .containsPattern("(?m)^clock +onomondo +warning +the clock here is 1\\d s ahead of the carrier's");
        assertThat(off.err()).contains("1 warning");
    }

    @Test
    void a_limit_that_is_used_up_is_seen_with_what_was_kept_of_the_run_before() {
        try (Carriers carriers = Carriers.all(1)) {
            carriers.configure(directory, Map.of("onomondo.limit-account", "2/10m"));
            final Terminal terminal = Terminal.in(directory);
            terminal.run("usage", carriers.sim("onomondo"));

            final Result doctor = terminal.run("doctor", "--output", "json", "--deadline", "2s");

            assertThat(doctor.code()).isEqualTo(ExitCode.LIMITED.code());
            final JsonNode json = JsonDocuments.parse(doctor.out());
            assertThat(result(json, "onomondo", "LIMITS")).isEqualTo("FAILED");
            assertThat(result(json, "onomondo", "REACHABILITY")).isEqualTo("UNKNOWN");
            assertThat(result(json, "airalo", "LIMITS")).isEqualTo("OK");
        }
    }

    @Test
    void settings_and_state_that_cannot_be_used_are_findings() throws IOException {
        Files.writeString(directory.resolve("carriers.properties"), "eu.provider = airallo\n");
        final Result settings = run("doctor");
        final Result state;
        try (Carriers carriers = Carriers.all(1)) {
            carriers.configure(directory, Map.of());
            Files.writeString(directory.resolve("broken"), "something else\n");
            state = run("doctor", "--state", "broken", "--output", "json");
        }

        assertThat(settings.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(settings.out()).containsPattern("(?m)^settings +failed +eu.provider ");
        assertThat(state.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(JsonDocuments.parse(state.out()).at("/checks/0/check").asText())
                .isEqualTo("STATE");
    }

    private Result atCarrierAhead(final Duration skew) {
        final InstantSource system = InstantSource.system();
        final SimulatorOptions options = SimulatorOptions.seeded(1)
                .withSims(1)
                .withClock(() -> system.instant().plus(skew));
        try (Carriers carriers = Carriers.of(SimulatedCarriers.start(List.of(Simulators.find("onomondo")), options))) {
            carriers.configure(directory, Map.of());
            return run("doctor");
        }
    }

    private static String result(final JsonNode json, final String account, final String check) {
        return JsonDocuments.elements(json.path("checks")).stream()
                .filter(one -> one.path("account").asText().equals(account))
                .filter(one -> one.path("check").asText().equals(check))
                .findFirst()
                .orElseThrow()
                .path("result")
                .asText();
    }

    private Result run(final String... arguments) {
        return Terminal.in(directory).run(arguments);
    }
}
