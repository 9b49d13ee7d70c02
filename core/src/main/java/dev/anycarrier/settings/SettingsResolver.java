package dev.anycarrier.settings;

import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes of {@link Settings} the validated settings of each account.
 *
 * <p>An account exists when a layer has its {@code provider} key, or when it is called like a provider and has any key.
 * Problems, each with the setting's full name and the origin of its value:
 *
 * <ul>
 *   <li>a provider that nobody knows, or an account without one;
 *   <li>a key without an account, a key that the account's provider does not have, or an environment variable of a known
 *       account that stands for no setting, or for two;
 *   <li>a required value that is missing, or a value that cannot be read;
 *   <li>a {@link dev.anycarrier.spi.SecretSource} for what is no secret;
 *   <li>an address with plain {@code http} beyond loopback, unless {@code allow-http} is true, or with a literal address
 *       of a private network, unless {@code allow-private-address} is true. No name is looked up here.
 * </ul>
 */
public final class SettingsResolver {

    private SettingsResolver() {}

    /**
     * Resolves all accounts, by name.
     *
     * @param factories the providers that are there, by their identifier
     * @param common the settings that every account has, {@link CommonSettings#all()}
     * @throws InvalidSettingsException with all problems at once, if there is any
     */
    public static List<AccountSettings> resolve(
            final Settings settings, final Map<String, UsageProviderFactory> factories, final List<Setting<?>> common) {
        final List<SettingsProblem> problems = new ArrayList<>(settings.problems());
        final DeclaredAccounts declared = DeclaredAccounts.find(settings, factories.keySet(), problems::add);
        final List<AccountSettings> resolved = new ArrayList<>();
        final ClaimedNames claimed = new ClaimedNames(declared.names());
        declared.providers().forEach((account, provider) -> {
            final DeclaredSettings known = DeclaredSettings.of(account, provider, factories, common, problems::add);
            claimed.add(account, known.names());
            resolved.add(new AccountResolver(settings, account, provider, problems::add).resolve(known.settings()));
        });
        claimed.reportOthers(settings, problems::add);
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        return List.copyOf(resolved);
    }
}
