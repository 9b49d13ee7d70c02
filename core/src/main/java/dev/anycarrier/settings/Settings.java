package dev.anycarrier.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of settings as they were given, and where each came from. They mean nothing yet: {@link SettingsResolver}
 * reads them for the providers that are there.
 *
 * <p>A setting is named {@code account.key}, as in {@code airalo-eu.client-id}. Its value is the first of these that
 * exists:
 *
 * <ol>
 *   <li>a value {@linkplain SettingsBuilder#set set in code}, or a {@linkplain SettingsBuilder#secret source} of one;
 *   <li>the system property {@code anycarrier.airalo-eu.client-id};
 *   <li>the environment variable {@code ANYCARRIER_AIRALO_EU_CLIENT_ID};
 *   <li>the key {@code airalo-eu.client-id} of the {@linkplain SettingsBuilder#file file}.
 * </ol>
 *
 * <p>The key {@code provider} declares an account: {@code airalo-eu.provider = airalo}, or {@code
 * ANYCARRIER_AIRALO_EU_PROVIDER=airalo}. An account that is called like a provider needs no such key. The variables
 * {@code ANYCARRIER_HOME}, {@code ANYCARRIER_OPTS} and {@code ANYCARRIER_CONFIG}, and the system properties of the same
 * names, are no settings. A variable that ends in {@code _PROVIDER} always declares an account. No account is called
 * {@code cluster}: such settings are those of {@code anycarrier-cluster}, and of no concern to a process that does not use it.
 *
 * <p>Immutable and thread-safe. System properties, environment and file are read once, by {@link
 * SettingsBuilder#build()}. {@link #toString()} shows no value.
 */
public final class Settings {

    private final Map<String, GivenValue> code;
    private final Map<String, GivenValue> systemProperties;
    private final Map<String, GivenValue> environment;
    private final PropertiesFile file;

    Settings(
            final Map<String, GivenValue> code,
            final Map<String, GivenValue> systemProperties,
            final Map<String, GivenValue> environment,
            final PropertiesFile file) {
        this.code = Map.copyOf(code);
        this.systemProperties = Map.copyOf(systemProperties);
        this.environment = Map.copyOf(environment);
        this.file = file;
    }

    /** Gathers settings step by step. */
    public static SettingsBuilder builder() {
        return new SettingsBuilder();
    }

    /**
     * The settings of a file, under those of the process's system properties and environment.
     *
     * @param file its format is described at {@link SettingsBuilder#file}
     * @throws InvalidSettingsException if the file does not exist or cannot be read
     */
    public static Settings load(final Path file) {
        return builder().file(file).build();
    }

    /**
     * The given values, over those of the process's system properties and environment.
     *
     * @param values by name, such as {@code airalo-eu.client-id}
     */
    public static Settings of(final Map<String, String> values) {
        final SettingsBuilder builder = builder();
        values.forEach(builder::set);
        return builder.build();
    }

    /** The value that counts, or empty if no layer has one. */
    Optional<GivenValue> find(final String account, final String key) {
        final String name = SettingNames.full(account, key);
        return Optional.ofNullable(code.get(name))
                .or(() -> Optional.ofNullable(systemProperties.get(name)))
                .or(() -> Optional.ofNullable(environment.get(SettingNames.variable(account, key))))
                .or(() -> Optional.ofNullable(file.values().get(name)));
    }

    /** The values of all layers but the environment, by full name; of several the one that counts. */
    SortedMap<String, GivenValue> named() {
        final SortedMap<String, GivenValue> named = new TreeMap<>(file.values());
        named.putAll(systemProperties);
        named.putAll(code);
        return named;
    }

    /** The values of the environment, by the variable's name. */
    SortedMap<String, GivenValue> variables() {
        return new TreeMap<>(environment);
    }

    /** What is wrong with the file itself. */
    List<SettingsProblem> problems() {
        return file.problems();
    }

    /** Where a value is looked for, for people. */
    String places() {
        return "code, system properties, environment" + (file.name().isEmpty() ? "" : ", " + file.name());
    }

    /** How many values there are and where they came from; no value. */
    @Override
    public String toString() {
        return "Settings[in code: " + code.size() + ", system properties: " + systemProperties.size()
                + ", environment: " + environment.size() + ", "
                + (file.name().isEmpty()
                        ? "no file"
                        : file.name() + ": " + file.values().size()) + "]";
    }
}
