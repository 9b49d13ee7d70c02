package dev.anycarrier.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java in documents: types, members of a type, or statements; all of them compiled at once, each in a package of its own. */
final class JavaBlocks {

    private static final Pattern TYPE = Pattern.compile(
            "^(?:(?:public|final|abstract|sealed) )*(?:class|record|interface|enum) (\\w+)", Pattern.MULTILINE);
    private static final Pattern MEMBER = Pattern.compile("^\\s*(?:@Override|private|protected|public|static)\\b.*");

    /** What a reader takes for granted; whatever is not in these packages is imported in the block itself. */
    private static final List<String> IMPORTS = Stream.of(
                    "com.example.acme.*",
                    "com.google.inject.*",
                    "dev.anycarrier.*",
                    "dev.anycarrier.airalo.*",
                    "dev.anycarrier.call.*",
                    "dev.anycarrier.cluster.*",
                    "dev.anycarrier.cluster.guice.*",
                    "dev.anycarrier.cluster.sweep.*",
                    "dev.anycarrier.guice.*",
                    "dev.anycarrier.observation.*",
                    "dev.anycarrier.observation.guice.*",
                    "dev.anycarrier.settings.*",
                    "dev.anycarrier.spi.*",
                    "dev.anycarrier.spi.UsageException.Kind",
                    "dev.anycarrier.sweep.*",
                    "dev.anycarrier.testing.*",
                    "dev.anycarrier.testkit.*",
                    "dev.anycarrier.testkit.chaos.*",
                    "dev.anycarrier.testkit.conformance.*",
                    "dev.anycarrier.testkit.conformance.result.Deviation",
                    "dev.anycarrier.testkit.fault.*",
                    "dev.anycarrier.usage.*",
                    "io.micrometer.core.instrument.*",
                    "java.net.URI",
                    "java.nio.file.Path",
                    "java.time.*",
                    "java.util.*",
                    "java.util.concurrent.*")
            .map(name -> "import " + name + ";")
            .toList();

    private JavaBlocks() {}

    /** What the compiler has to say, with the place in the document. */
    static List<String> compile(final List<Block> blocks) {
        final List<Source> sources = new ArrayList<>();
        for (int index = 0; index < blocks.size(); index++) {
            sources.add(source(blocks.get(index), "block" + index));
        }
        final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        final DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        final String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        final boolean good = compiler.getTask(
                        null,
                        null,
                        found,
                        List.of("-proc:none", "-implicit:none", "-Xlint:none", "-d", scratch(), "-cp", classPath),
                        null,
                        sources)
                .call();
        final List<String> said = found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(JavaBlocks::said)
                .toList();
        return good || !said.isEmpty() ? said : List.of("the compiler failed and did not say why");
    }

    /** Whether every line of the block stands in the file that its note names, in this order. */
    static List<String> missing(final Block block) {
        final List<String> shown = new ArrayList<>(block.lines());
        shown.removeIf(String::isBlank);
        try {
            final List<String> file = Files.readAllLines(Document.ROOT.resolve(block.noteOf("excerpt")));
            int next = 0;
            for (final String line : file) {
                if (next < shown.size() && line.strip().equals(shown.get(next).strip())) {
                    next++;
                }
            }
            return shown.subList(next, shown.size());
        } catch (final IOException e) {
            throw new UncheckedIOException(block.place(), e);
        }
    }

    /** Everything that is put before the block stands on one line, so that its lines can be told. */
    private static Source source(final Block block, final String name) {
        final Predicate<String> isOfHead = line -> line.startsWith("import ") || line.startsWith("package ");
        final String imports = block.lines().stream()
                .filter(line -> line.startsWith("import "))
                .collect(Collectors.joining(" "));
        final String code = block.lines().stream()
                .map(line -> isOfHead.test(line) ? "" : line)
                .collect(Collectors.joining("\n"));
        final String head = "package " + name + "; " + String.join(" ", IMPORTS) + imports;
        final Matcher type = TYPE.matcher(code);
        if (type.find()) {
            return new Source(block, name + "/" + type.group(1), head + "\n" + code);
        }
        final String around = block.noteOf("members");
        final String shown = "abstract class Shown extends "
                + (around.isEmpty() ? "dev.anycarrier.documents.Given" : around) + " { ";
        final boolean members = code.lines().filter(line -> !line.isBlank()).findFirst().stream()
                .anyMatch(MEMBER.asMatchPredicate());
        return new Source(
                block,
                name + "/Shown",
                members
                        ? head + shown + "\n" + code + "\n}"
                        : head + shown + "void shown() throws Exception {\n" + code + "\n}}");
    }

    private static String said(final Diagnostic<? extends JavaFileObject> diagnostic) {
        final String place = diagnostic.getSource() instanceof Source source
                ? source.block.place() + " at line " + (diagnostic.getLineNumber() - 1) + " of the block"
                : "somewhere";
        return place + ": " + diagnostic.getMessage(Locale.ROOT);
    }

    private static String scratch() {
        try {
            return Files.createDirectories(Path.of("target", "blocks")).toString();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final Block block;
        private final String text;

        Source(final Block block, final String path, final String text) {
            super(URI.create("string:///" + path + ".java"), Kind.SOURCE);
            this.block = block;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(final boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
