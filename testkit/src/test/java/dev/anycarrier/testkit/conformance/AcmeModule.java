package dev.anycarrier.testkit.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.spi.UsageProviderFactory;
import feign.Feign;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Acme as a named module of its own: its sources compiled anew, beside a module-info, into a folder. */
final class AcmeModule {

    private static final Path SOURCES = Path.of("src/test/java/com/example/acme");

    private static final String OPEN = """
            module com.example.acme {
                requires dev.anycarrier.core;

                opens com.example.acme.wire to
                        com.fasterxml.jackson.databind;

                provides dev.anycarrier.spi.UsageProviderFactory with
                        com.example.acme.AcmeProviderFactory;
            }
            """;

    private AcmeModule() {}

    /** As it should be. */
    static UsageProviderFactory open() {
        return factory(OPEN);
    }

    /** Without what Jackson needs, which on the class path it does not need. */
    static UsageProviderFactory closed() {
        return factory(OPEN.replaceAll("(?s)    opens [^;]*;\n", ""));
    }

    private static UsageProviderFactory factory(final String moduleInfo) {
        try {
            // Its classes are loaded for as long as a test asks it, so that only a clean build can take it away.
            final Path folder = Files.createTempDirectory(Path.of("target"), "acme-module");
            compile(folder, moduleInfo);
            final ClassLoader loader = new OwnFirst(folder);
            return (UsageProviderFactory) loader.loadClass("com.example.acme.AcmeProviderFactory")
                    .getConstructor()
                    .newInstance();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compile(final Path folder, final String moduleInfo) throws IOException {
        final Path info = Files.writeString(folder.resolve("module-info.java"), moduleInfo);
        final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        final StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            final List<String> options = List.of("-proc:none", "-d", folder.toString(), "--module-path", modulePath());
            final boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources(info)))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(messages.toString());
            }
        }
    }

    private static List<Path> sources(final Path info) throws IOException {
        try (Stream<Path> acme = Files.walk(SOURCES)) {
            return Stream.concat(Stream.of(info), acme.filter(AcmeModule::isOfPlugin))
                    .toList();
        }
    }

    /** Core and what it requires. */
    private static String modulePath() {
        return Stream.of(
                        Anycarrier.class,
                        Caffeine.class,
                        Feign.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonProperty.class,
                        NullMarked.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(home -> Path.of(URI.create(home.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isOfPlugin(final Path file) {
        return file.toString().endsWith(".java")
                && !file.toString().endsWith("Test.java")
                && !file.toString().contains("simulator");
    }

    /** Loads Acme's classes from the folder, though the class path has them too. */
    private static final class OwnFirst extends URLClassLoader {

        OwnFirst(final Path folder) throws IOException {
            super(new URL[] {folder.toUri().toURL()}, AcmeModule.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("com.example.acme.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                final Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
