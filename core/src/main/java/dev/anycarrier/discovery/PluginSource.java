package dev.anycarrier.discovery;

import java.net.URL;
import java.security.CodeSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a plugin came from, for people: its class, and the jar file or folder it is in. */
final class PluginSource {

    private static final Pattern LAST_PARTS = Pattern.compile("(?:.*/)?([^/]+/[^/]+/|[^/]+)");

    private PluginSource() {}

    static String of(final Class<?> type) {
        final CodeSource code = type.getProtectionDomain().getCodeSource();
        final URL location = code == null ? null : code.getLocation();
        if (location == null) {
            return type.getName();
        }
        // Of a jar file the name, of a folder the last two, such as target/classes.
        final Matcher matcher = LAST_PARTS.matcher(location.getPath());
        return matcher.matches() ? type.getName() + " in " + matcher.group(1) : type.getName();
    }
}
