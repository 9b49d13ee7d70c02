package dev.anycarrier.spi;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One setting of an account: its name, how its text is read, its default and what it is for. Immutable; made by the
 * static methods and refined by those that return another one.
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private final String name;
    private final String type;
    private final String description;
    private final Function<String, T> reader;
    private final Optional<String> defaultText;
    private final boolean required;

    private Setting(
            final String name,
            final String type,
            final String description,
            final Function<String, T> reader,
            final Optional<String> defaultText,
            final boolean required) {
        this.name = name;
        this.type = type;
        this.description = description;
        this.reader = reader;
        this.defaultText = defaultText;
        this.required = required;
    }

    /**
     * A required setting read by a function of its own.
     *
     * @param name lower-case words joined by {@code -}
     * @param type the type in a word for people, such as {@code duration}
     * @param description what it is for, one sentence
     * @param reader reads the text; throws {@link IllegalArgumentException} with a message that says what is expected
     */
    public static <T> Setting<T> of(
            final String name, final String type, final String description, final Function<String, T> reader) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a setting's name is lower-case words joined by '-': " + name);
        }
        return new Setting<>(
                name,
                Objects.requireNonNull(type, "type"),
                Objects.requireNonNull(description, "description"),
                Objects.requireNonNull(reader, "reader"),
                Optional.empty(),
                true);
    }

    /** A required text, not blank. */
    public static Setting<String> text(final String name, final String description) {
        return of(name, "text", description, SettingReaders::text);
    }

    /** A required secret. Its value is shown nowhere, and read anew each time it is needed. */
    public static Setting<SecretSource> secret(final String name, final String description) {
        return of(name, "secret", description, SettingReaders::secret);
    }

    /**
     * A required absolute {@code https} (or {@code http}) address without user, query or fragment. The account's
     * requests, and so its secrets, go to the origins of such settings and to no other.
     */
    public static Setting<URI> address(final String name, final String description) {
        return of(name, "address", description, SettingReaders::address);
    }

    /**
     * A required path below an address, such as {@code /customer/v2}: begins with {@code /} and does not end with it;
     * letters, digits, {@code -}, {@code _}, {@code ~} and inner {@code .} between.
     */
    public static Setting<String> path(final String name, final String description) {
        return of(name, "path", description, SettingReaders::path);
    }

    /** A required whole number within bounds, both included. */
    public static Setting<Integer> integer(
            final String name, final int minimum, final int maximum, final String description) {
        return of(name, "integer", description, text -> SettingReaders.integer(text, minimum, maximum));
    }

    /** A required positive time span, written {@code 250ms}, {@code 10s}, {@code 15m}, {@code 24h} or {@code 7d}. */
    public static Setting<Duration> duration(final String name, final String description) {
        return of(name, "duration", description, SettingReaders::duration);
    }

    /** A required {@code true} or {@code false}. */
    public static Setting<Boolean> flag(final String name, final String description) {
        return of(name, "flag", description, SettingReaders::flag);
    }

    /** A required path of a file. */
    public static Setting<Path> file(final String name, final String description) {
        return of(name, "file", description, SettingReaders::file);
    }

    /** A required limit, written as requests per window: {@code 5/1s}, {@code 1/15m}. */
    public static Setting<RateLimit> rateLimit(final String name, final LimitScope scope, final String description) {
        return of(name, "limit", description, text -> SettingReaders.rateLimit(scope, text));
    }

    /** This setting, with a default written as a user would write it. */
    public Setting<T> defaultsTo(final String text) {
        return new Setting<>(name, type, description, reader, Optional.of(text), true);
    }

    /** This setting, which may be absent. */
    public Setting<T> optional() {
        return new Setting<>(name, type, description, reader, Optional.empty(), false);
    }

    /** The name: lower-case words joined by {@code -}. */
    public String name() {
        return name;
    }

    /** The type in a word for people. */
    public String type() {
        return type;
    }

    /** What the setting is for. */
    public String description() {
        return description;
    }

    /** The default as a user would write it, or empty if there is none. */
    public Optional<String> defaultText() {
        return defaultText;
    }

    /** Whether a value is needed; true also where a default stands in. */
    public boolean isRequired() {
        return required;
    }

    /** Whether the value is a secret. */
    public boolean isSecret() {
        return type.equals("secret");
    }

    /** Whether the value is an address that requests may go to. */
    public boolean isAddress() {
        return type.equals("address");
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if the text is no such value; the message says what is expected, and does not
     *     repeat the text of a secret
     */
    public T read(final String text) {
        return reader.apply(text);
    }

    /** The part of an environment variable's name that stands for this setting, such as {@code CLIENT_ID}. */
    public String environmentKey() {
        return name.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Name and type. */
    @Override
    public String toString() {
        return name + " (" + type + ")";
    }
}
