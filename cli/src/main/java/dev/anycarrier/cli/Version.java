package dev.anycarrier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which version this is, and what it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        final Properties properties = new Properties();
        try (InputStream resource = Version.class.getResourceAsStream("version.properties")) {
            if (resource != null) {
                properties.load(resource);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String[] {
            "anycarrier " + properties.getProperty("version", "unknown") + " (Java " + Runtime.version() + ")"
        };
    }
}
