package dev.anycarrier.settings;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How one setting is called in each layer. */
final class SettingNames {

    /** The key that says which provider an account is of. */
    static final String PROVIDER = "provider";

    static final String PROPERTY_PREFIX = "anycarrier.";
    static final String VARIABLE_PREFIX = "ANYCARRIER_";
    static final String PROVIDER_VARIABLE_SUFFIX = "_PROVIDER";

    /** What the launcher and the command line read, without their prefix: no setting of any account. */
    private static final Set<String> RESERVED = Set.of("home", "opts", "config");

    /** First parts of names that stand for no account, but for settings of {@link SettingsSection}. */
    private static final Set<String> SECTIONS = Set.of("cluster");

    private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z0-9._-]{1,140}");

    private SettingNames() {}

    static String full(final String account, final String key) {
        return account + "." + key;
    }

    static String property(final String account, final String key) {
        return PROPERTY_PREFIX + full(account, key);
    }

    static String variable(final String account, final String key) {
        return variablePrefix(account) + upper(key);
    }

    /** What the variables of an account begin with. */
    static String variablePrefix(final String account) {
        return VARIABLE_PREFIX + upper(account) + "_";
    }

    static boolean isSettingVariable(final String variable) {
        return variable.startsWith(VARIABLE_PREFIX) && !isReserved(variable.substring(VARIABLE_PREFIX.length()));
    }

    static boolean isSettingProperty(final String property) {
        return property.startsWith(PROPERTY_PREFIX) && !isReserved(property.substring(PROPERTY_PREFIX.length()));
    }

    /** Whether the first part of a name stands for something else than an account. */
    static boolean isSection(final String name) {
        return SECTIONS.contains(name);
    }

    /** The part of a variable's name as it would be written elsewhere: lower case, with {@code -}. */
    static String lower(final String partOfVariable) {
        return partOfVariable.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A name that a person wrote, unless it may be something else that slipped into a name's place. */
    static String shown(final String name) {
        return SHOWABLE.matcher(name).matches() ? name : "a name with unexpected characters";
    }

    private static boolean isReserved(final String rest) {
        return RESERVED.contains(rest.toLowerCase(Locale.ROOT));
    }

    private static String upper(final String name) {
        return name.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
