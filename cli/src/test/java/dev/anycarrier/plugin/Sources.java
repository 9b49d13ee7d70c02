package dev.anycarrier.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java sources that somebody outside this repository might have written: compiled, and packed, in a folder. */
record Sources(Path folder) {

    /** Writes a source or any other text. */
    Sources with(final String file, final String text) throws IOException {
        final Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    /** Copies the files of a folder and of those in it. */
    Sources withAllOf(final Path other, final String into, final Predicate<Path> wanted) throws IOException {
        for (final Path file : filesIn(other)) {
            if (wanted.test(file)) {
                with(into + "/" + other.relativize(file), Files.readString(file));
            }
        }
        return this;
    }

    /** Compiles the sources where they are. */
    Sources compile(final String... options) throws IOException {
        final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        final StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            final List<Path> sources = filesIn(folder).stream()
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
            final List<String> arguments = new ArrayList<>(List.of(options));
            arguments.addAll(List.of("-proc:none", "-d", folder.toString()));
            final boolean compiled = compiler.getTask(
                            messages, files, null, arguments, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return this;
    }

    /** Packs everything but the sources, except what is left out. */
    Path jar(final String name, final Predicate<Path> wanted) throws IOException {
        final Path jar = folder.resolveSibling(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            for (final Path packed : filesIn(folder)) {
                if (!packed.toString().endsWith(".java") && wanted.test(packed)) {
                    entries.putNextEntry(
                            new JarEntry(folder.relativize(packed).toString().replace('\\', '/')));
                    Files.copy(packed, entries);
                    entries.closeEntry();
                }
            }
        }
        return jar;
    }

    private static List<Path> filesIn(final Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
