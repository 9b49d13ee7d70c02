package dev.anycarrier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** How requests introduce themselves: {@code anycarrier/<version>}. */
final class UserAgent {

    static final String VALUE = "anycarrier/" + version();

    private UserAgent() {}

    private static String version() {
        // Neither a named module nor classes outside a jar have a manifest to ask.
        try (InputStream resource = UserAgent.class.getResourceAsStream("version.properties")) {
            final Properties properties = new Properties();
            if (resource != null) {
                properties.load(resource);
            }
            return properties.getProperty("version", "unknown");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
