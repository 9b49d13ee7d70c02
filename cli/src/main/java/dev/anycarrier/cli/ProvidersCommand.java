package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.cli.output.Json;
import dev.anycarrier.cli.output.ProvidersJson;
import dev.anycarrier.cli.output.ProvidersTable;
import dev.anycarrier.settings.CommonSettings;
import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.settings.Settings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "providers",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "The providers that were found, what can be set, and the configured accounts.",
            "",
            "  anycarrier providers",
            "  anycarrier providers --config carriers.properties --output json",
            ""
        },
        description = {
            "",
            "Of a provider that cannot be used it says why; of an account what it can be asked, and its settings with their"
                    + " origins. Asks no carrier.",
            "If the settings cannot be used, it shows the providers all the same, and the exit code is 2.",
            ""
        })
final class ProvidersCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final SettingsOption settings = new SettingsOption();

    @Option(
            names = {"-o", "--output"},
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private DocumentFormat output = DocumentFormat.TABLE;

    ProvidersCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Anycarrier carriers =
                Anycarrier.builder().settings(settings.read(surroundings)).build()) {
            print(carriers);
            return ExitCode.OK.code();
        } catch (final InvalidSettingsException failure) {
            final Settings none = Settings.builder()
                    .environment(Map.of())
                    .systemProperties(Map.of())
                    .build();
            try (Anycarrier carriers = Anycarrier.builder().settings(none).build()) {
                print(carriers);
            }
            throw failure;
        }
    }

    private void print(final Anycarrier carriers) {
        if (output == DocumentFormat.JSON) {
            surroundings
                    .out()
                    .println(Json.document(ProvidersJson.of(
                            carriers.providers(),
                            CommonSettings.all(),
                            carriers.accounts().values())));
            return;
        }
        final ProvidersTable table = new ProvidersTable(surroundings.out(), surroundings.colours());
        table.printProviders(carriers.providers());
        carriers.accounts().values().forEach(table::printAccount);
        carriers.providers().found().forEach(provider -> table.printSettings(provider.id(), provider.settings()));
        table.printSettings("every account", CommonSettings.all());
    }
}
