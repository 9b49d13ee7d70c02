package dev.anycarrier.plugins;

import dev.anycarrier.spi.UsageProviderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A plugin's jar file as it would lie on somebody's class path. */
public final class PluginJar {

    private static final String SERVICES = "META-INF/services/" + UsageProviderFactory.class.getName();

    private final Map<String, byte[]> entries = new TreeMap<>();
    private final List<String> services = new ArrayList<>();

    /** Adds classes and declares each as a provider. */
    public PluginJar providers(final Class<?>... types) throws IOException {
        for (final Class<?> type : types) {
            classes(type);
            service(type.getName());
        }
        return this;
    }

    /** Adds classes that no service is declared of. */
    public PluginJar classes(final Class<?>... types) throws IOException {
        for (final Class<?> type : types) {
            final String name = type.getName().replace('.', '/') + ".class";
            try (InputStream bytes = PluginJar.class.getClassLoader().getResourceAsStream(name)) {
                entries.put(name, bytes.readAllBytes());
            }
        }
        return this;
    }

    /** Adds a line to the list of services. */
    public PluginJar service(final String line) {
        services.add(line);
        return this;
    }

    /** Writes the jar file. */
    public Path writeTo(final Path file) throws IOException {
        entries.put(SERVICES, String.join("\n", services).getBytes(StandardCharsets.UTF_8));
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (final Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return file;
    }
}
