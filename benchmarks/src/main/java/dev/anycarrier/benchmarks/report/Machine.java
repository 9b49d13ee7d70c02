package dev.anycarrier.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the figures depend on.
 *
 * @param cores how many there are
 * @param processor its model, as far as the system tells
 * @param system the operating system
 * @param jdk the version of the JDK, and whose it is
 * @param feature the number of the JDK's release
 * @param libraries the version of each library that is measured or measured against
 */
public record Machine(
        int cores, String processor, String system, String jdk, int feature, Map<String, String> libraries) {

    private static final Set<String> TOLD = Set.of(
            "bucket4j_jdk17-core",
            "caffeine",
            "feign-core",
            "feign-hc5",
            "feign-jackson",
            "feign-java11",
            "httpclient5",
            "httpcore5",
            "jackson-databind",
            "jmh-core",
            "picocli");
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)\\.jar");

    /** This one. */
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                processorModel(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.version() + " (" + System.getProperty("java.vendor") + ")",
                Runtime.version().feature(),
                libraryVersions(System.getProperty("java.class.path")));
    }

    /** In a few words. */
    public String text() {
        return cores + " cores of " + processor + ", " + system + ", JDK " + jdk;
    }

    /** The libraries in a line. */
    String libraryText() {
        return libraries.entrySet().stream()
                .map(library -> library.getKey() + " " + library.getValue())
                .collect(Collectors.joining(", "));
    }

    /** As the names of the jars have it. */
    static Map<String, String> libraryVersions(final String classPath) {
        return Stream.of(classPath.split(Pattern.quote(System.getProperty("path.separator"))))
                .map(entry -> JAR.matcher(String.valueOf(Path.of(entry).getFileName())))
                .filter(Matcher::matches)
                .filter(jar -> TOLD.contains(jar.group(1)))
                .collect(Collectors.toMap(
                        jar -> jar.group(1), jar -> jar.group(2), (first, second) -> first, TreeMap::new));
    }

    private static String processorModel() {
        final Path info = Path.of("/proc/cpuinfo");
        if (Files.isReadable(info)) {
            try (Stream<String> lines = Files.lines(info)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("an unknown model");
            } catch (final IOException e) {
                return "an unknown model";
            }
        }
        return "an unknown model";
    }
}
