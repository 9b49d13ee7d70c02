package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the settings come from. */
final class ConfigOption {

    private static final String VARIABLE = "ANYCARRIER_CONFIG";
    private static final String FILE_HERE = "carriers.properties";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The settings file; else the one that " + VARIABLE + " names, else ./" + FILE_HERE
                    + " if there is one.")
    private @Nullable Path file;

    /**
     * Opens the configured accounts.
     *
     * @throws UsageError if there is none
     * @throws dev.anycarrier.settings.InvalidSettingsException if the settings cannot be used
     */
    Anycarrier open(final Surroundings surroundings) {
        final Anycarrier carriers = openEvenIfEmpty(surroundings);
        if (carriers.accounts().isEmpty()) {
            carriers.close();
            throw new UsageError("no account is configured: name a settings file with --config or " + VARIABLE
                    + ", put " + FILE_HERE + " here, or set ANYCARRIER_<ACCOUNT>_PROVIDER and the rest");
        }
        return carriers;
    }

    /**
     * Opens the configured accounts, be there any or not.
     *
     * @throws dev.anycarrier.settings.InvalidSettingsException if the settings cannot be used
     */
    Anycarrier openEvenIfEmpty(final Surroundings surroundings) {
        final SettingsBuilder settings = Settings.builder()
                .environment(surroundings.environment())
                .systemProperties(surroundings.systemProperties());
        chosen(surroundings)
                .ifPresent(path -> settings.file(surroundings.workingDirectory().resolve(path)));
        return Anycarrier.builder().settings(settings.build()).build();
    }

    private Optional<Path> chosen(final Surroundings surroundings) {
        return Optional.ofNullable(file)
                .or(() -> Optional.ofNullable(surroundings.environment().get(VARIABLE))
                        .filter(name -> !name.isEmpty())
                        .map(Path::of))
                .or(() -> Optional.of(Path.of(FILE_HERE))
                        .filter(path ->
                                Files.exists(surroundings.workingDirectory().resolve(path))));
    }
}
