package dev.anycarrier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version this is, and what it runs on. */
final class BuildVersion {

    private BuildVersion() {}

    /** Whether nothing else is asked for: scripts ask that often, and it needs next to nothing of the program. */
    static boolean isAllThatIsAsked(final String... arguments) {
        return arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"));
    }

    /** In a line. */
    static String line() {
        final Properties properties = new Properties();
        try (InputStream resource = BuildVersion.class.getResourceAsStream("version.properties")) {
            if (resource != null) {
                properties.load(resource);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return "anycarrier " + properties.getProperty("version", "unknown") + " (Java " + Runtime.version() + ")";
    }
}
