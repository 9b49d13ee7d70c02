package dev.anycarrier;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.settings.AccountSettings;
import dev.anycarrier.settings.CommonSettings;
import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsProblem;
import dev.anycarrier.settings.SettingsResolver;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Opens all accounts or none, and then says everything that is wrong. */
final class AccountOpening {

    private AccountOpening() {}

    static List<OpenAccount> open(
            final Settings settings, final Map<String, UsageProviderFactory> factories, final Ports ports) {
        final List<OpenAccount> opened = new ArrayList<>();
        final List<SettingsProblem> problems = new ArrayList<>();
        for (final AccountSettings account : SettingsResolver.resolve(settings, factories, CommonSettings.all())) {
            final UsageProviderFactory factory = Objects.requireNonNull(factories.get(account.provider()));
            try {
                opened.add(new OpenAccount(account, factory, ports));
            } catch (final IllegalArgumentException e) {
                problems.add(problem(account, String.valueOf(e.getMessage())));
            } catch (final RuntimeException | LinkageError e) {
                problems.add(problem(
                        account,
                        "cannot be opened: its provider failed with "
                                + e.getClass().getSimpleName()));
            }
        }
        if (!problems.isEmpty()) {
            opened.forEach(OpenAccount::close);
            throw new InvalidSettingsException(problems);
        }
        return opened;
    }

    private static SettingsProblem problem(final AccountSettings account, final String what) {
        return new SettingsProblem(account.account(), "provider " + account.provider(), what);
    }
}
