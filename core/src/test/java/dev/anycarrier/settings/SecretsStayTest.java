package dev.anycarrier.settings;

import static dev.anycarrier.settings.Resolving.isolated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.Setting;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsStayTest {

    private static final String CANARY = "canary-7d1f";

    @TempDir
    private Path folder;

    @Test
    void nothing_that_can_be_printed_shows_a_secret_from_any_layer() throws IOException {
        final Path file = Files.writeString(folder.resolve("carriers.properties"), """
                airalo.client-id = me
                airalo.client-secret = ${env:FROM_VAULT}
                """);
        final SettingsBuilder builder = isolated()
                .file(file)
                .environment(Map.of("FROM_VAULT", CANARY, "ANYCARRIER_ONOMONDO_API_KEY", CANARY))
                .systemProperties(Map.of("anycarrier.airalo.trust-store-password", CANARY))
                .secret("airalo.client-certificate-password", () -> Secret.of(CANARY));
        final Settings settings = builder.build();
        final List<AccountSettings> accounts = Resolving.accounts(builder);

        assertThat(builder.toString()).doesNotContain(CANARY);
        assertThat(settings)
                .hasToString("Settings[in code: 1, system properties: 1, environment: 1, carriers.properties: 2]");
        assertThat(settings.named().toString() + settings.variables()).doesNotContain(CANARY);
        assertThat(accounts).hasSize(2).allSatisfy(account -> {
            assertThat(account.toString()).contains("***").doesNotContain(CANARY);
            assertThat(account.effective().toString()).doesNotContain(CANARY);
            assertThat(account.secrets().toString()).doesNotContain(CANARY);
            assertThat(account.secrets()).allMatch(secret -> secret.current().equals(Secret.of(CANARY)));
        });
    }

    @Test
    void no_problem_repeats_what_was_given() throws IOException {
        final Path file = Files.writeString(folder.resolve("carriers.properties"), """
                airalo.client-secret = canary-7d1f\u0007
                airalo.client-secert = canary-7d1f
                airalo.base-url = https://canary-7d1f@api.example.com
                airalo.deadline = canary-7d1f
                airalo.deadline = canary-7d1f
                airalo.region = ${canary-7d1f}
                canary-7d1f
                telco.provider = canary-7d1f
                telco.password = canary-7d1f
                password = canary-7d1f
                nobody.password = canary-7d1f
                a b+canary-7d1f = canary-7d1f
                airalo.b+canary-7d1f = canary-7d1f
                """);
        final SettingsBuilder settings = isolated()
                .file(file)
                .environment(Map.of("ANYCARRIER_AIRALO_SECRET", CANARY, "ANYCARRIER_TELCO_PROVIDER", CANARY))
                .secret("airalo.client-id", () -> Secret.of(CANARY));

        final InvalidSettingsException thrown = catchThrowableOfType(
                InvalidSettingsException.class,
                () -> SettingsResolver.resolve(settings.build(), StubFactory.both(), CommonSettings.all()));

        final StringWriter printed = new StringWriter();
        thrown.printStackTrace(new PrintWriter(printed));
        assertThat(thrown.problems()).hasSize(14);
        assertThat(printed.toString()).doesNotContain(CANARY);
        assertThat(thrown.getCause()).isNull();
    }

    @Test
    void a_plugins_reader_that_repeats_a_secret_in_its_message_is_not_quoted() {
        final StubFactory chatty = new StubFactory("chatty", List.of(Setting.of("key", "secret", "A key.", text -> {
            throw new IllegalArgumentException("'" + text + "' is too short");
        })));

        assertThat(Resolving.problems(isolated().set("chatty.key", CANARY), Map.of("chatty", chatty)))
                .containsExactly("chatty.key is no valid secret (set in code)");
    }

    @Test
    void a_secret_that_no_header_can_carry_is_refused_without_being_shown() {
        assertThat(Resolving.problems(
                        isolated().set("airalo.client-id", "me").set("airalo.client-secret", CANARY + "\r\n")))
                .containsExactly("airalo.client-secret must not be blank or hold control characters (set in code)");
    }
}
