package dev.anycarrier.settings;

import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes of {@link Settings} those of a part of the program that is no account, which stand beside those of the accounts in the
 * same layers: {@code cluster.redis}, or {@code ANYCARRIER_CLUSTER_REDIS}. Such parts are optional, so that nobody else reads
 * their settings.
 */
public final class SettingsSection {

    private SettingsSection() {}

    /**
     * Resolves them.
     *
     * @param section what their names begin with; one that is known not to be an account
     * @param declared the settings there are
     * @throws InvalidSettingsException with all problems at once, those of the file's lines included, if there is any
     * @throws IllegalArgumentException if no section is called so
     */
    public static ProviderSettings resolve(
            final Settings settings, final String section, final List<Setting<?>> declared) {
        if (!SettingNames.isSection(section)) {
            throw new IllegalArgumentException("there is no section " + section);
        }
        final List<SettingsProblem> problems = new ArrayList<>(settings.problems());
        final ProviderSettings resolved =
                new AccountResolver(settings, section, section, problems::add).resolve(declared);
        final List<String> known = declared.stream().<String>map(Setting::name).toList();
        problems.addAll(unknownNames(settings, section, known));
        problems.addAll(unknownVariables(settings, section, known));
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        return resolved;
    }

    /** Whether any layer has a value of that key. */
    public static boolean isGiven(final Settings settings, final String section, final String key) {
        return settings.find(section, key).isPresent();
    }

    private static List<SettingsProblem> unknownNames(
            final Settings settings, final String section, final List<String> known) {
        final List<SettingsProblem> problems = new ArrayList<>();
        settings.named().forEach((name, value) -> {
            final String start = SettingNames.full(section, "");
            final String key = name.startsWith(start) ? name.substring(start.length()) : "";
            if (name.startsWith(start) && !known.contains(key)) {
                problems.add(new SettingsProblem(
                        SettingNames.shown(name),
                        value.origin(),
                        "is no setting" + KnownNames.hint(key, known, "settings")));
            }
        });
        return problems;
    }

    private static List<SettingsProblem> unknownVariables(
            final Settings settings, final String section, final List<String> known) {
        final SortedMap<String, String> byVariable = new TreeMap<>();
        known.forEach(key -> byVariable.put(SettingNames.variable(section, key), key));
        final Set<String> others = otherOwners(settings, section);
        final List<SettingsProblem> problems = new ArrayList<>();
        for (final String variable : settings.variables().keySet()) {
            if (variable.startsWith(SettingNames.variablePrefix(section))
                    && !byVariable.containsKey(variable)
                    && DeclaredAccounts.owner(variable, others).isEmpty()) {
                final String key = SettingNames.lower(
                        variable.substring(SettingNames.variablePrefix(section).length()));
                problems.add(new SettingsProblem(
                        SettingNames.shown(variable),
                        "environment",
                        "is no setting"
                                + KnownNames.hint(
                                        key, known, "variables", name -> SettingNames.variable(section, name))));
            }
        }
        return problems;
    }

    /** Accounts whose variables begin like the section's: {@code cluster-x}. */
    private static Set<String> otherOwners(final Settings settings, final String section) {
        final Set<String> owners = new HashSet<>();
        settings.named().keySet().forEach(name -> owners.add(name.substring(0, Math.max(0, name.indexOf('.')))));
        for (final String variable : settings.variables().keySet()) {
            if (variable.endsWith(SettingNames.PROVIDER_VARIABLE_SUFFIX)) {
                final int begin = SettingNames.VARIABLE_PREFIX.length();
                final int end = variable.length() - SettingNames.PROVIDER_VARIABLE_SUFFIX.length();
                owners.add(begin < end ? SettingNames.lower(variable.substring(begin, end)) : "");
            }
        }
        owners.remove("");
        owners.remove(section);
        return owners;
    }
}
