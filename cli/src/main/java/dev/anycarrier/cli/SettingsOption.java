package dev.anycarrier.cli;

import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the settings come from. */
final class SettingsOption {

    static final String VARIABLE = "ANYCARRIER_CONFIG";
    static final String FILE_HERE = "carriers.properties";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The settings file; else the one that " + VARIABLE + " names, else ./" + FILE_HERE
                    + " if there is one.")
    private @Nullable Path file;

    /**
     * Reads the settings.
     *
     * @throws dev.anycarrier.settings.InvalidSettingsException if they cannot be read
     */
    Settings read(final Surroundings surroundings) {
        return read(surroundings, Map.of());
    }

    /**
     * Reads the settings, under those that arguments name.
     *
     * @throws dev.anycarrier.settings.InvalidSettingsException if they cannot be read
     */
    Settings read(final Surroundings surroundings, final Map<String, String> named) {
        final SettingsBuilder settings = Settings.builder()
                .environment(surroundings.environment())
                .systemProperties(surroundings.systemProperties());
        named.forEach(settings::set);
        chosen(surroundings)
                .ifPresent(path -> settings.file(surroundings.workingDirectory().resolve(path)));
        return settings.build();
    }

    /** Where the settings come from, in words. */
    String origin(final Surroundings surroundings) {
        return chosen(surroundings).map(path -> path + " and ").orElse("") + "the environment";
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
