package dev.anycarrier.cli;

import dev.anycarrier.discovery.ProviderDiscovery;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Plugins that stand on no class path: providers and simulators, from jars that are named. */
final class PluginOption {

    @Option(
            names = "--plugin",
            paramLabel = "JAR",
            description = "A jar with a provider, a simulator or what they need; may be given again.")
    private List<Path> jars = List.of();

    /**
     * The classes of the jars, behind those of this program.
     *
     * @throws UsageError if one is no file
     */
    URLClassLoader open(final Surroundings surroundings) {
        final List<URL> urls = new ArrayList<>();
        for (final Path jar : jars) {
            final Path file = surroundings.workingDirectory().resolve(jar);
            if (!Files.isReadable(file)) {
                throw new UsageError("there is no plugin " + jar);
            }
            try {
                urls.add(file.toUri().toURL());
            } catch (final MalformedURLException e) {
                throw new UsageError("no file can be called " + jar);
            }
        }
        return new URLClassLoader(
                urls.toArray(URL[]::new), Thread.currentThread().getContextClassLoader());
    }

    /** The jars as arguments, each with the option in front. */
    List<String> arguments() {
        return jars.stream().map(jar -> "--plugin " + jar).toList();
    }

    /**
     * The factory of a carrier.
     *
     * @throws UsageError if there is none that can be used
     */
    static UsageProviderFactory factory(final ClassLoader loader, final String carrier) {
        final ProviderDiscovery discovery = ProviderDiscovery.run(loader, List.of());
        final UsageProviderFactory factory = discovery.factories().get(carrier);
        if (factory == null) {
            final StringBuilder failed = new StringBuilder();
            discovery.providers().failed().forEach(broken -> failed.append('\n').append(broken));
            throw new UsageError("there is no provider of '" + carrier + "'; known: "
                    + String.join(", ", discovery.factories().keySet()) + failed);
        }
        return factory;
    }

    /**
     * The simulator of a carrier.
     *
     * @throws UsageError if there is none
     */
    static CarrierSimulator simulator(final ClassLoader loader, final String carrier) {
        final Map<String, CarrierSimulator> known = new TreeMap<>();
        ServiceLoader.load(CarrierSimulator.class, loader)
                .forEach(simulator -> known.put(simulator.carrier(), simulator));
        final CarrierSimulator simulator = known.get(carrier);
        if (simulator == null) {
            throw new UsageError("there is no simulator of '" + carrier + "'; known: "
                    + String.join(", ", known.keySet()) + "; name its jar with --plugin");
        }
        return simulator;
    }
}
