package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.cli.Terminal.Result;
import dev.anycarrier.testkit.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final String CLIENT_SECRET = "planted-client-secret";
    private static final String API_KEY = "planted-api-key";

    @TempDir
    Path directory;

    @Test
    @Fault("SEC-03")
    void no_command_prints_a_secret_whether_it_is_answered_or_refused() {
        try (Carriers carriers = Carriers.all(1)) {
            final String airalo = carriers.sim("airalo");
            final String onomondo = carriers.sim("onomondo");
            final List<Result> results = new ArrayList<>();
            for (final Map<String, String> planted : List.of(
                    Map.<String, String>of(),
                    Map.of("airalo.client-secret", CLIENT_SECRET, "onomondo.api-key", API_KEY),
                    Map.of("airalo.client-secret", CLIENT_SECRET, "onomondo.api-keys", API_KEY))) {
                carriers.configure(directory, planted);
                results.add(run("usage", airalo, onomondo));
                results.add(run("usage", airalo, onomondo, "-o", "json", "--stack-trace"));
                results.add(run("records", "onomondo", "--from", "2026-01-01", "--to", "2026-01-02", "--stack-trace"));
                results.add(run("tag", "onomondo", "00000000-0000-4000-8000-000000000000", "-o", "json"));
                results.add(run("providers"));
                results.add(run("providers", "-o", "json"));
                results.add(run("doctor", "--no-state"));
                results.add(run("doctor", "--no-state", "-o", "json", "--stack-trace"));
            }

            final Map<String, String> own = Map.of(
                    "secret", carriers.get("airalo").settings().getOrDefault("client-secret", ""),
                    "key", carriers.get("onomondo").settings().getOrDefault("api-key", ""));
            assertThat(results)
                    .allSatisfy(result -> assertThat(result.out() + result.err())
                            .isNotEmpty()
                            .doesNotContain(CLIENT_SECRET, API_KEY)
                            .doesNotContain(own.values()));
        }
    }

    @Test
    void a_secret_that_is_given_as_an_argument_is_refused_and_not_repeated() {
        final Result usage = run("usage", "--client-secret=" + CLIENT_SECRET, "airalo:8944465400000217735");

        assertThat(usage.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(usage.err()).contains("--client-secret").doesNotContain(CLIENT_SECRET);
    }

    private Result run(final String... arguments) {
        return Terminal.in(directory).run(arguments);
    }
}
