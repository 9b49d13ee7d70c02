package dev.anycarrier.settings;

import dev.anycarrier.usage.SimRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Which accounts the settings speak of, and of which provider each is.
 *
 * @param names every account that is spoken of
 * @param providers the identifier of a known provider, by account; an account whose provider is unknown is left out
 */
record DeclaredAccounts(SortedSet<String> names, SortedMap<String, String> providers) {

    private static final String NAME_RULE = "an account's name has 1 to 64 lower-case letters, digits and inner '-'";

    static DeclaredAccounts find(
            final Settings settings, final Set<String> knownProviders, final Consumer<SettingsProblem> problems) {
        final SortedMap<String, List<String>> keys = keysByAccount(settings, problems);
        addFromProviderVariables(settings, keys, problems);
        addFromOtherVariables(settings, knownProviders, keys);
        final SortedMap<String, String> providers = new TreeMap<>();
        keys.forEach((account, given) -> provider(settings, account, given, knownProviders, problems)
                .ifPresent(provider -> providers.put(account, provider)));
        return new DeclaredAccounts(new TreeSet<>(keys.keySet()), providers);
    }

    private static SortedMap<String, List<String>> keysByAccount(
            final Settings settings, final Consumer<SettingsProblem> problems) {
        final SortedMap<String, List<String>> keys = new TreeMap<>();
        settings.named().forEach((name, value) -> {
            final int dot = name.indexOf('.');
            if (dot < 0) {
                problems.accept(new SettingsProblem(
                        SettingNames.shown(name), value.origin(), "has no account: it is written account.key"));
            } else if (SettingNames.isSection(name.substring(0, dot))) {
                return; // Who uses the section reads it.
            } else if (!SimRef.isAccountName(name.substring(0, dot))) {
                problems.accept(
                        new SettingsProblem(SettingNames.shown(name), value.origin(), "has no account: " + NAME_RULE));
            } else {
                keys.computeIfAbsent(name.substring(0, dot), account -> new ArrayList<>())
                        .add(name.substring(dot + 1));
            }
        });
        return keys;
    }

    private static void addFromProviderVariables(
            final Settings settings,
            final SortedMap<String, List<String>> keys,
            final Consumer<SettingsProblem> problems) {
        settings.variables().forEach((variable, value) -> {
            if (!variable.endsWith(SettingNames.PROVIDER_VARIABLE_SUFFIX)) {
                return;
            }
            final int begin = SettingNames.VARIABLE_PREFIX.length();
            final int end = variable.length() - SettingNames.PROVIDER_VARIABLE_SUFFIX.length();
            final String account = begin < end ? SettingNames.lower(variable.substring(begin, end)) : "";
            if (SettingNames.isSection(account)) {
                return;
            }
            if (SimRef.isAccountName(account)
                    && SettingNames.variable(account, SettingNames.PROVIDER).equals(variable)) {
                keys.computeIfAbsent(account, missing -> new ArrayList<>()).add(SettingNames.PROVIDER);
            } else {
                problems.accept(new SettingsProblem(
                        SettingNames.shown(variable),
                        "environment",
                        "has no account: it is written ANYCARRIER_ACCOUNT_PROVIDER in capital letters"));
            }
        });
    }

    /** A provider that is configured by variables alone needs no account's name: {@code ANYCARRIER_AIRALO_CLIENT_ID}. */
    private static void addFromOtherVariables(
            final Settings settings, final Set<String> knownProviders, final SortedMap<String, List<String>> keys) {
        final SortedSet<String> declared = new TreeSet<>(keys.keySet());
        for (final String variable : settings.variables().keySet()) {
            if (owner(variable, declared).isEmpty()) {
                owner(variable, knownProviders)
                        .ifPresent(account -> keys.computeIfAbsent(account, missing -> new ArrayList<>())
                                .add(variable));
            }
        }
    }

    /** The account whose prefix a variable has, the longest of several. */
    static Optional<String> owner(final String variable, final Set<String> accounts) {
        return accounts.stream()
                .filter(account -> variable.startsWith(SettingNames.variablePrefix(account)))
                .max(Comparator.comparingInt(String::length));
    }

    private static Optional<String> provider(
            final Settings settings,
            final String account,
            final List<String> keys,
            final Set<String> known,
            final Consumer<SettingsProblem> problems) {
        final String name = SettingNames.full(account, SettingNames.PROVIDER);
        final Optional<GivenValue> given = settings.find(account, SettingNames.PROVIDER);
        if (given.isEmpty()) {
            if (known.contains(account)) {
                return Optional.of(account);
            }
            problems.accept(new SettingsProblem(
                    name,
                    "looked for in " + settings.places(),
                    "is missing, but the account has " + keys.size() + " other "
                            + (keys.size() == 1 ? "setting" : "settings") + " (such as "
                            + SettingNames.shown(keys.get(0)) + "); known providers: " + KnownNames.list(known)));
            return Optional.empty();
        }
        if (given.get() instanceof GivenValue.Text text && known.contains(text.text())) {
            return Optional.of(text.text());
        }
        problems.accept(new SettingsProblem(name, given.get().origin(), providerProblem(given.get(), known)));
        return Optional.empty();
    }

    private static String providerProblem(final GivenValue given, final Set<String> known) {
        if (given instanceof GivenValue.Unusable unusable) {
            return unusable.problem();
        }
        if (given instanceof GivenValue.Text text) {
            return "names no known provider, or its jar is not there"
                    + KnownNames.hint(text.text(), known, "providers");
        }
        return "is not a secret; known providers: " + KnownNames.list(known);
    }
}
