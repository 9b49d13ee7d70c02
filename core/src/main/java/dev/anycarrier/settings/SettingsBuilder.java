package dev.anycarrier.settings;

import dev.anycarrier.spi.SecretSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Gathers {@link Settings}. Not thread-safe; may be used again after {@link #build()}. */
public final class SettingsBuilder {

    private static final String IN_CODE = "set in code";

    private final Map<String, GivenValue> code = new HashMap<>();
    private Optional<Path> file = Optional.empty();
    private Optional<Map<String, String>> environment = Optional.empty();
    private Optional<Map<String, String>> systemProperties = Optional.empty();

    SettingsBuilder() {}

    /**
     * Sets a value, over all other layers. The last call for a name counts. The text is taken as it is: nothing is
     * replaced in it.
     *
     * @param name the full name, such as {@code airalo-eu.client-id}
     */
    public SettingsBuilder set(final String name, final String value) {
        code.put(Objects.requireNonNull(name, "name"), new GivenValue.Text(Objects.requireNonNull(value), IN_CODE));
        return this;
    }

    /**
     * Sets a secret that may change while the process runs, over all other layers. The last call for a name counts. The
     * source is handed on as it is, and first asked when a request needs the secret.
     *
     * @param name the full name of a setting that is a secret, such as {@code airalo-eu.client-secret}
     */
    public SettingsBuilder secret(final String name, final SecretSource source) {
        code.put(Objects.requireNonNull(name, "name"), new GivenValue.Source(Objects.requireNonNull(source), IN_CODE));
        return this;
    }

    /**
     * Takes the settings of a file, under all other layers. There is one file: the last call counts.
     *
     * <p>The file is UTF-8. Each line stands for itself and holds {@code account.key = value}; what surrounds name and
     * value is white space. The name ends at the first {@code =}; everything after it, {@code =}, {@code #} and
     * backslashes too, is the value. Empty lines, and those that begin with {@code #} or {@code !}, are comments. This is
     * narrower than {@link Properties}: there are no escapes, and no line goes on in the next.
     *
     * <p>In a value {@code ${env:NAME}} is replaced by the environment variable {@code NAME}, anywhere and any number of
     * times; what the variable holds is not looked at again. <code>$${</code> stands for <code>${</code> itself.
     *
     * <p>A name given twice, a line that has no {@code =} or ends in a backslash, and a variable that does not exist are
     * problems that {@link SettingsResolver} lists with all others.
     */
    public SettingsBuilder file(final Path path) {
        file = Optional.of(path);
        return this;
    }

    /** Stands in for the process's environment, in place of {@link System#getenv()}. */
    public SettingsBuilder environment(final Map<String, String> variables) {
        environment = Optional.of(Map.copyOf(variables));
        return this;
    }

    /** Stands in for the process's system properties, in place of {@link System#getProperties()}. */
    public SettingsBuilder systemProperties(final Map<String, String> properties) {
        systemProperties = Optional.of(Map.copyOf(properties));
        return this;
    }

    /**
     * Reads system properties, environment and file.
     *
     * @throws InvalidSettingsException if the file does not exist, cannot be read, or is not UTF-8
     */
    public Settings build() {
        final Map<String, String> variables = environment.orElseGet(System::getenv);
        final Map<String, String> properties = systemProperties.orElseGet(SettingsBuilder::ownProperties);
        return new Settings(
                code,
                layer(
                        properties,
                        SettingNames::isSettingProperty,
                        name -> name.substring(SettingNames.PROPERTY_PREFIX.length()),
                        "system property "),
                layer(variables, SettingNames::isSettingVariable, name -> name, "environment variable "),
                file.map(path -> PropertiesFile.read(path, variables)).orElseGet(PropertiesFile::none));
    }

    private static Map<String, GivenValue> layer(
            final Map<String, String> source,
            final Predicate<String> isSetting,
            final Function<String, String> name,
            final String origin) {
        return source.entrySet().stream()
                .filter(entry -> isSetting.test(entry.getKey()))
                .collect(Collectors.toMap(
                        entry -> name.apply(entry.getKey()),
                        entry -> new GivenValue.Text(entry.getValue(), origin + SettingNames.shown(entry.getKey()))));
    }

    private static Map<String, String> ownProperties() {
        final Properties properties = System.getProperties();
        final Map<String, String> own = new HashMap<>();
        for (final String name : properties.stringPropertyNames()) {
            final String value = properties.getProperty(name);
            if (value != null) {
                own.put(name, value);
            }
        }
        return own;
    }

    /** How many values are set in code; no value. */
    @Override
    public String toString() {
        return "SettingsBuilder[in code: " + code.size() + "]";
    }
}
