package dev.anycarrier.settings;

import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the values of one account. What is wrong goes to the problems, and the value is then absent. */
final class AccountResolver {

    private static final String DEFAULT_ORIGIN = "default";

    private final Settings settings;
    private final String account;
    private final String provider;
    private final Consumer<SettingsProblem> problems;

    AccountResolver(
            final Settings settings,
            final String account,
            final String provider,
            final Consumer<SettingsProblem> problems) {
        this.settings = settings;
        this.account = account;
        this.provider = provider;
        this.problems = problems;
    }

    AccountSettings resolve(final List<Setting<?>> declared) {
        final Map<String, ResolvedValue> values = new HashMap<>();
        for (final Setting<?> setting : declared) {
            value(setting).ifPresent(value -> values.put(setting.name(), value));
        }
        final AddressPolicy policy = AddressPolicy.of(declared, values);
        declared.stream()
                .map(setting -> Optional.ofNullable(values.get(setting.name())))
                .flatMap(Optional::stream)
                .filter(value -> value.setting().isAddress())
                .forEach(value -> policy.check((URI) value.value())
                        .forEach(problem -> report(value.setting(), value.origin(), problem)));
        return new AccountSettings(account, provider, declared, values);
    }

    private Optional<ResolvedValue> value(final Setting<?> setting) {
        final Optional<GivenValue> given = settings.find(account, setting.name());
        if (given.isEmpty()) {
            return absent(setting);
        }
        final String origin = given.get().origin();
        if (given.get() instanceof GivenValue.Text text) {
            return read(setting, text.text(), origin);
        }
        if (given.get() instanceof GivenValue.Unusable unusable) {
            report(setting, origin, unusable.problem());
            return Optional.empty();
        }
        if (given.get() instanceof GivenValue.Source source && setting.isSecret()) {
            return Optional.of(ResolvedValue.ofSource(setting, source.source(), origin));
        }
        report(setting, origin, "is no secret: set its value instead of a source of secrets");
        return Optional.empty();
    }

    private Optional<ResolvedValue> absent(final Setting<?> setting) {
        if (setting.defaultText().isPresent()) {
            return read(setting, setting.defaultText().get(), DEFAULT_ORIGIN);
        }
        if (setting.isRequired()) {
            final String name = setting.name();
            report(
                    setting,
                    "looked for in " + settings.places(),
                    "is missing: give " + SettingNames.full(account, name)
                            + " in the properties file, the system property "
                            + SettingNames.property(account, name) + ", or the environment variable "
                            + SettingNames.variable(account, name));
        }
        return Optional.empty();
    }

    private Optional<ResolvedValue> read(final Setting<?> setting, final String text, final String origin) {
        try {
            final Object value = setting.read(text);
            if (isOfDeclaredType(setting, value)) {
                return Optional.of(ResolvedValue.ofText(setting, value, text, origin));
            }
            report(
                    setting,
                    origin,
                    "is declared as " + setting.type() + " but read as something else; the plugin is at fault");
        } catch (final IllegalArgumentException e) {
            report(setting, origin, explanation(setting, text, e));
        } catch (final RuntimeException e) {
            report(setting, origin, "cannot be read: " + e.getClass().getName());
        }
        return Optional.empty();
    }

    /** What is sent to addresses and kept out of messages is found by type, so the type must be true. */
    private static boolean isOfDeclaredType(final Setting<?> setting, final Object value) {
        return value != null
                && (!setting.isSecret() || value instanceof SecretSource)
                && (!setting.isAddress() || value instanceof URI);
    }

    private static String explanation(
            final Setting<?> setting, final String text, final IllegalArgumentException failure) {
        final String message = failure.getMessage();
        if (message == null || (setting.isSecret() && message.contains(text))) {
            return "is no valid " + setting.type();
        }
        return message;
    }

    private void report(final Setting<?> setting, final String origin, final String problem) {
        problems.accept(new SettingsProblem(SettingNames.full(account, setting.name()), origin, problem));
    }
}
