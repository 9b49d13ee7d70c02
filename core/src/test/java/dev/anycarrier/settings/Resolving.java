package dev.anycarrier.settings;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.List;
import java.util.Map;

/** Resolves settings for the two stub providers, out of reach of the environment that the tests run in. */
final class Resolving {

    private Resolving() {}

    static SettingsBuilder isolated() {
        return Settings.builder().environment(Map.of()).systemProperties(Map.of());
    }

    /** An account {@code airalo} that lacks nothing. */
    static SettingsBuilder complete() {
        return isolated().set("airalo.client-id", "me").set("airalo.client-secret", "canary-7d1f");
    }

    static AccountSettings account(final SettingsBuilder settings) {
        final List<AccountSettings> accounts = accounts(settings);
        if (accounts.size() != 1) {
            throw new AssertionError("one account expected: " + accounts);
        }
        return accounts.get(0);
    }

    static List<AccountSettings> accounts(final SettingsBuilder settings) {
        return SettingsResolver.resolve(settings.build(), StubFactory.both(), CommonSettings.all());
    }

    /** The problems in the order in which they are reported, one line each. */
    static List<String> problems(final SettingsBuilder settings) {
        return problems(settings, StubFactory.both());
    }

    static List<String> problems(final SettingsBuilder settings, final Map<String, UsageProviderFactory> factories) {
        return problems(settings, factories, CommonSettings.all());
    }

    static List<String> problems(
            final SettingsBuilder settings,
            final Map<String, UsageProviderFactory> factories,
            final List<Setting<?>> common) {
        final InvalidSettingsException thrown = catchThrowableOfType(
                InvalidSettingsException.class, () -> SettingsResolver.resolve(settings.build(), factories, common));
        if (thrown == null) {
            throw new AssertionError("no problem was found");
        }
        return thrown.problems().stream().map(SettingsProblem::toString).toList();
    }
}
