package dev.anycarrier.plugin;

import dev.anycarrier.testkit.SimulatedCarrier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings of a simulated carrier, as a file that a user would write. */
final class SettingsFile {

    private SettingsFile() {}

    static Path of(final String account, final SimulatedCarrier carrier, final Path folder) throws IOException {
        final Path file = folder.resolve("carriers.properties");
        Files.writeString(
                file,
                new TreeMap<>(carrier.settings())
                        .entrySet().stream()
                                .map(entry -> account + "." + entry.getKey() + " = " + entry.getValue())
                                .collect(Collectors.joining("\n", "", "\n")));
        return file;
    }
}
