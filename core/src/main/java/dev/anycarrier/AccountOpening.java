package dev.anycarrier;

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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Opens all accounts or none, and then says everything that is wrong. */
final class AccountOpening {

    private AccountOpening() {}

    /**
     * The accounts of the settings.
     *
     * @param before accounts that are open already; those whose settings are the same are taken over
     */
    static SortedMap<String, CarrierAccount> open(
            final Settings settings,
            final Map<String, UsageProviderFactory> factories,
            final Surroundings surroundings,
            final Map<String, CarrierAccount> before) {
        final SortedMap<String, CarrierAccount> accounts = new TreeMap<>();
        final List<OpenAccount> opened = new ArrayList<>();
        final List<SettingsProblem> problems = new ArrayList<>();
        for (final AccountSettings account : SettingsResolver.resolve(settings, factories, CommonSettings.all())) {
            final Optional<CarrierAccount> same = Optional.ofNullable(before.get(account.account()))
                    .filter(open -> open.resolved().hasSameValuesAs(account));
            if (same.isPresent()) {
                accounts.put(account.account(), same.get());
                continue;
            }
            final UsageProviderFactory factory = Objects.requireNonNull(factories.get(account.provider()));
            try {
                final OpenAccount open = new OpenAccount(
                        account,
                        factory,
                        surroundings,
                        Optional.ofNullable(before.get(account.account())).map(CarrierAccount::opened));
                opened.add(open);
                accounts.put(account.account(), new CarrierAccount(open));
            } catch (final IllegalArgumentException e) {
                problems.add(problem(account, String.valueOf(e.getMessage())));
            } catch (final Exception | LinkageError | StackOverflowError | AssertionError e) {
                // An undeclared checked exception is no less possible than the others.
                problems.add(problem(
                        account,
                        "cannot be opened: its provider failed with "
                                + e.getClass().getSimpleName()));
            } catch (final Error e) {
                close(opened, surroundings);
                throw e;
            }
        }
        if (!problems.isEmpty()) {
            close(opened, surroundings);
            throw new InvalidSettingsException(problems);
        }
        return accounts;
    }

    private static void close(final List<OpenAccount> opened, final Surroundings surroundings) {
        final long now = surroundings.ports().time().nanoTime();
        opened.forEach(open -> open.close(now));
    }

    private static SettingsProblem problem(final AccountSettings account, final String what) {
        return new SettingsProblem(account.account(), "provider " + account.provider(), what);
    }
}
