package dev.anycarrier.testkit.conformance.process;

import java.io.File;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The modules that one needs, and the rest of what this process was started with.
 *
 * @param plugin the name of the module that needs them
 * @param modules where they are
 * @param others what is left for the class path
 */
record ModulePath(String plugin, List<Path> modules, List<Path> others) {

    /** Copies the lists. */
    ModulePath {
        modules = List.copyOf(modules);
        others = List.copyOf(others);
    }

    /** Where the class was loaded from, if that is a folder or a file. */
    static Optional<Path> home(final Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .filter(location -> location.getProtocol().equals("file"))
                .map(location -> Path.of(URI.create(location.toString())));
    }

    /** The module of that folder or file, if it says of itself that it is one. */
    static Optional<ModuleDescriptor> module(final Path home) {
        return found(home).map(ModuleReference::descriptor).filter(descriptor -> !descriptor.isAutomatic());
    }

    static ModulePath of(final String plugin, final Path home) {
        final Map<String, Path> known = new HashMap<>();
        final Map<String, ModuleDescriptor> descriptors = new HashMap<>();
        final List<Path> all = Stream.concat(Stream.of(home), startedWith()).toList();
        for (final Path entry : all) {
            found(entry).map(ModuleReference::descriptor).ifPresent(descriptor -> {
                known.putIfAbsent(descriptor.name(), entry);
                descriptors.putIfAbsent(descriptor.name(), descriptor);
            });
        }
        final List<Path> modules = new ArrayList<>();
        final List<String> needed = new ArrayList<>(List.of(plugin));
        for (int next = 0; next < needed.size(); next++) {
            final String name = needed.get(next);
            Optional.ofNullable(known.get(name)).ifPresent(modules::add);
            Optional.ofNullable(descriptors.get(name)).stream()
                    .flatMap(descriptor -> descriptor.requires().stream())
                    .filter(required -> !required.modifiers().contains(Modifier.STATIC))
                    .map(ModuleDescriptor.Requires::name)
                    .filter(required -> !needed.contains(required))
                    .forEach(needed::add);
        }
        return new ModulePath(
                plugin,
                modules,
                all.stream().filter(entry -> !modules.contains(entry)).toList());
    }

    List<String> options() {
        return List.of("--module-path", joined(modules), "--add-modules", plugin, "--class-path", joined(others));
    }

    private static Stream<Path> startedWith() {
        return Stream.of("java.class.path", "jdk.module.path")
                .map(property -> System.getProperty(property, ""))
                .flatMap(path -> Stream.of(path.split(Pattern.quote(File.pathSeparator), -1)))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .distinct();
    }

    private static Optional<ModuleReference> found(final Path entry) {
        try {
            return ModuleFinder.of(entry).findAll().stream().findFirst();
        } catch (final FindException e) {
            // Nothing that could be a module, which is no matter on a class path.
            return Optional.empty();
        }
    }

    private static String joined(final List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
