package dev.anycarrier.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Which names stand for a setting of an account, so that those that stand for none can be told. */
final class ClaimedNames {

    private final SortedSet<String> accounts;
    private final Map<String, List<String>> keysByAccount = new TreeMap<>();
    private final Map<String, List<String>> namesByVariable = new TreeMap<>();

    ClaimedNames(final SortedSet<String> accounts) {
        this.accounts = accounts;
        accounts.forEach(account -> claimVariable(account, SettingNames.PROVIDER));
    }

    void add(final String account, final List<String> keys) {
        final List<String> known = new ArrayList<>(keys);
        known.add(SettingNames.PROVIDER);
        keysByAccount.put(account, known);
        keys.forEach(key -> claimVariable(account, key));
    }

    void reportOthers(final Settings settings, final Consumer<SettingsProblem> problems) {
        settings.named().forEach((name, value) -> reportName(name, value, problems));
        settings.variables().keySet().forEach(variable -> reportVariable(variable, problems));
    }

    private void claimVariable(final String account, final String key) {
        namesByVariable
                .computeIfAbsent(SettingNames.variable(account, key), missing -> new ArrayList<>())
                .add(SettingNames.full(account, key));
    }

    private void reportName(final String name, final GivenValue value, final Consumer<SettingsProblem> problems) {
        final int dot = name.indexOf('.');
        final List<String> known = dot < 0 ? null : keysByAccount.get(name.substring(0, dot));
        if (known == null) {
            return; // No account, or one of an unknown provider: reported already.
        }
        final String key = name.substring(dot + 1);
        if (!known.contains(key)) {
            problems.accept(new SettingsProblem(
                    SettingNames.shown(name),
                    value.origin(),
                    "is no setting of this account" + KnownNames.hint(key, known, "settings")));
        }
    }

    private void reportVariable(final String variable, final Consumer<SettingsProblem> problems) {
        final List<String> names = namesByVariable.getOrDefault(variable, List.of());
        if (names.size() > 1) {
            problems.accept(new SettingsProblem(
                    variable,
                    "environment",
                    "stands for " + String.join(" and for ", names)
                            + " alike: give the values as system properties or in the file"));
        }
        if (names.isEmpty()) {
            DeclaredAccounts.owner(variable, accounts)
                    .filter(keysByAccount::containsKey)
                    .ifPresent(account -> problems.accept(unclaimed(variable, account)));
        }
    }

    private SettingsProblem unclaimed(final String variable, final String account) {
        final List<String> keys = keysByAccount.getOrDefault(account, List.of());
        final String key = SettingNames.lower(
                variable.substring(SettingNames.variablePrefix(account).length()));
        return new SettingsProblem(
                SettingNames.shown(variable),
                "environment",
                "is no setting of the account " + account
                        + KnownNames.hint(key, keys, "variables", known -> SettingNames.variable(account, known)));
    }
}
