package dev.anycarrier.simulation.sabotage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a file with a mistake in memory, against the classes that are there. */
final class WrongBuild {

    private WrongBuild() {}

    /** The classes that came of it, by name. */
    static Map<String, byte[]> compile(final Saboteur saboteur, final Path root) {
        final String right = read(root.resolve(saboteur.file()));
        final int at = right.indexOf(saboteur.original());
        if (at < 0 || right.indexOf(saboteur.original(), at + 1) >= 0) {
            throw new AssertionError(saboteur + ": its text must occur exactly once in " + saboteur.file());
        }
        return compile(saboteur, right.replace(saboteur.original(), saboteur.replacement()));
    }

    private static Map<String, byte[]> compile(final Saboteur saboteur, final String wrong) {
        final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        final StringWriter messages = new StringWriter();
        final Map<String, ByteArrayOutputStream> compiled = new HashMap<>();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                JavaFileManager inMemory = new InMemory(standard, compiled)) {
            final boolean good = compiler.getTask(
                            messages,
                            inMemory,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-nowarn",
                                    "-implicit:none",
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            List.of(new Source(
                                    Path.of(saboteur.file()).getFileName().toString(), wrong)))
                    .call();
            if (!good) {
                throw new AssertionError(saboteur + " does not compile:\n" + messages);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        final Map<String, byte[]> classes = new HashMap<>();
        compiled.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    private static String read(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(final String name, final String text) {
            super(URI.create("memory:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(final boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, ByteArrayOutputStream> compiled;

        InMemory(final StandardJavaFileManager standard, final Map<String, ByteArrayOutputStream> compiled) {
            super(standard);
            this.compiled = compiled;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                final Location location,
                final String className,
                final JavaFileObject.Kind kind,
                final FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    compiled.put(className, bytes);
                    return bytes;
                }
            };
        }
    }
}
