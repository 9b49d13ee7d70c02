package dev.anycarrier.settings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${env:NAME}} in the values of a file. */
final class Placeholders {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\$\\{|\\$\\{env:(?<name>[A-Za-z_][A-Za-z0-9_]*)}|(?<other>\\$\\{)");

    private Placeholders() {}

    static GivenValue replace(final String text, final Map<String, String> environment, final String origin) {
        final Matcher matcher = PLACEHOLDER.matcher(text);
        final StringBuilder replaced = new StringBuilder();
        while (matcher.find()) {
            final String name = matcher.group("name");
            if (matcher.group("other") != null) {
                return new GivenValue.Unusable(
                        "holds '${' that does not begin '${env:NAME}'; write '$${' for the two characters", origin);
            }
            if (name != null && !environment.containsKey(name)) {
                return new GivenValue.Unusable("needs the environment variable " + name + ", which is not set", origin);
            }
            final String replacement = name == null ? "${" : environment.getOrDefault(name, "");
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(replacement));
        }
        return new GivenValue.Text(matcher.appendTail(replaced).toString(), origin);
    }
}
