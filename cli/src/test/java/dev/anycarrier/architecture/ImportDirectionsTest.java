package dev.anycarrier.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine.Command;

/** Each room of the house sees the rooms it may see, and no other: imports run one way. */
class ImportDirectionsTest {

    private static final String HOUSE = "dev.anycarrier";

    /** Rooms by package under {@code dev.anycarrier}, and whom each may import. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("usage", Set.of()),
            Map.entry("spi", Set.of("usage")),
            Map.entry("http", Set.of("usage", "spi")),
            Map.entry("settings", Set.of("usage", "spi", "call")),
            Map.entry("discovery", Set.of("usage", "spi")),
            Map.entry("call", Set.of("usage", "spi")),
            Map.entry("watch", Set.of("usage", "spi", "call")),
            Map.entry("sweep", Set.of("usage", "spi", "call")),
            Map.entry("tmforum", Set.of("usage", "spi", "call", "sweep")),
            Map.entry("engine.port", Set.of("usage", "spi", "call")),
            Map.entry("engine.net", Set.of("usage", "spi", "engine.port")),
            Map.entry("engine.state", Set.of("usage", "spi", "call", "engine.port")),
            Map.entry("engine.limit", Set.of("usage", "spi", "call", "watch", "engine.port")),
            Map.entry("engine.flight", Set.of("spi", "call", "engine.port", "engine.limit")),
            Map.entry("engine.token", Set.of("spi", "call", "watch", "engine.port", "engine.limit", "engine.flight")),
            Map.entry("engine.resilience", Set.of("usage", "spi", "call", "watch", "engine.port")),
            Map.entry("engine.fresh", Set.of("usage", "spi", "call", "engine.port")),
            Map.entry("engine.total", Set.of("usage", "spi")),
            Map.entry("engine.sweep", Set.of("usage", "spi", "call", "sweep", "engine.port")),
            Map.entry(
                    "engine",
                    Set.of(
                            "usage",
                            "spi",
                            "call",
                            "watch",
                            "engine.port",
                            "engine.limit",
                            "engine.flight",
                            "engine.token",
                            "engine.resilience",
                            "engine.fresh")),
            Map.entry(
                    "",
                    Set.of(
                            "usage",
                            "spi",
                            "call",
                            "sweep",
                            "watch",
                            "settings",
                            "discovery",
                            "engine",
                            "engine.net",
                            "engine.port",
                            "engine.state",
                            "engine.limit",
                            "engine.fresh",
                            "engine.resilience",
                            "engine.sweep",
                            "engine.total")),
            Map.entry("guice", Set.of("", "usage", "spi", "settings", "engine.port")),
            Map.entry("airalo", Set.of("usage", "spi", "http", "airalo.wire")),
            Map.entry("airalo.wire", Set.of("http")),
            Map.entry("pressone", Set.of("usage", "spi", "http", "pressone.wire")),
            Map.entry("pressone.wire", Set.of("http")),
            Map.entry("onomondo", Set.of("usage", "spi", "http", "onomondo.wire")),
            Map.entry("onomondo.wire", Set.of("http")),
            Map.entry("testing", Set.of("", "usage", "spi", "settings", "engine.net", "engine.port")),
            Map.entry("testkit", Set.of("usage", "spi")),
            Map.entry("testkit.carriers", Set.of("usage", "spi", "testkit")),
            Map.entry("testkit.fault", Set.of("spi")),
            Map.entry("testkit.template", Set.of("usage", "spi", "testkit")),
            Map.entry("testkit.forwarding", Set.of("spi")),
            Map.entry("testkit.chaos", Set.of("spi", "testkit.forwarding")),
            Map.entry("testkit.page", Set.of()),
            Map.entry("testkit.conformance.rule", Set.of("")),
            Map.entry("testkit.conformance.result", Set.of("", "spi", "testkit.conformance.rule")),
            Map.entry(
                    "testkit.conformance.report",
                    Set.of(
                            "",
                            "usage",
                            "spi",
                            "testkit.page",
                            "testkit.conformance.rule",
                            "testkit.conformance.result")),
            Map.entry(
                    "testkit.conformance.trial",
                    Set.of(
                            "",
                            "usage",
                            "spi",
                            "settings",
                            "testkit",
                            "testkit.fault",
                            "testkit.forwarding",
                            "testkit.conformance.rule",
                            "testkit.conformance.result")),
            Map.entry(
                    "testkit.conformance.group",
                    Set.of(
                            "",
                            "usage",
                            "spi",
                            "call",
                            "settings",
                            "discovery",
                            "testkit",
                            "testkit.fault",
                            "testkit.conformance.rule",
                            "testkit.conformance.trial",
                            "testkit.conformance.process",
                            "testkit.conformance.vector")),
            Map.entry(
                    "testkit.conformance.vector",
                    Set.of(
                            "",
                            "usage",
                            "spi",
                            "settings",
                            "testkit",
                            "testkit.fault",
                            "testkit.conformance.rule",
                            "testkit.conformance.trial")),
            Map.entry(
                    "testkit.conformance.process",
                    Set.of(
                            "",
                            "usage",
                            "spi",
                            "settings",
                            "testkit",
                            "testkit.conformance.rule",
                            "testkit.conformance.trial")),
            Map.entry(
                    "testkit.conformance",
                    Set.of(
                            "",
                            "spi",
                            "settings",
                            "testkit",
                            "testkit.conformance.rule",
                            "testkit.conformance.result",
                            "testkit.conformance.report",
                            "testkit.conformance.trial",
                            "testkit.conformance.group")),
            Map.entry(
                    "testkit.conformance.live",
                    Set.of(
                            "",
                            "usage",
                            "spi",
                            "settings",
                            "testkit",
                            "testkit.forwarding",
                            "testkit.conformance",
                            "testkit.conformance.rule",
                            "testkit.conformance.result",
                            "testkit.conformance.trial")),
            Map.entry("observation", Set.of("", "usage", "spi", "call", "sweep", "watch")),
            Map.entry("observation.guice", Set.of("", "guice", "observation")),
            Map.entry(
                    "cluster",
                    Set.of("spi", "settings", "engine.port", "cluster.redis", "cluster.status", "cluster.sweep")),
            Map.entry("cluster.guice", Set.of("", "settings", "engine.port", "cluster", "cluster.sweep")),
            Map.entry("cluster.redis", Set.of("usage", "spi", "call", "engine.port", "engine.state", "cluster.status")),
            Map.entry("cluster.status", Set.of("spi")),
            Map.entry("cluster.testing", Set.of()),
            Map.entry("browser.testing", Set.of()),
            Map.entry("cluster.sweep", Set.of("", "usage", "spi", "call", "sweep", "engine.port", "engine.state")),
            Map.entry(
                    "cli",
                    Set.of(
                            "",
                            "usage",
                            "spi",
                            "call",
                            "sweep",
                            "settings",
                            "discovery",
                            "tmforum",
                            "testkit",
                            "testkit.conformance",
                            "testkit.conformance.live",
                            "testkit.conformance.report",
                            "testkit.conformance.result",
                            "testkit.conformance.rule",
                            "engine.port",
                            "cluster",
                            "cluster.status",
                            "cluster.sweep",
                            "cli.output",
                            "cli.digest",
                            "cli.page")),
            Map.entry("cli.digest", Set.of("usage", "spi", "sweep")),
            Map.entry("cli.page", Set.of("usage", "spi", "sweep", "testkit.page", "cli.output", "cli.digest")),
            Map.entry(
                    "cli.output",
                    Set.of(
                            "",
                            "usage",
                            "spi",
                            "call",
                            "sweep",
                            "settings",
                            "discovery",
                            "tmforum",
                            "testkit",
                            "cluster.status",
                            "cluster.sweep")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);

    /** What is on the class path only where it is asked for must not be looked for where all commands are read. */
    @Test
    void no_command_names_a_type_of_the_cluster() {
        noClasses()
                .that()
                .resideInAPackage(named("cli"))
                .and()
                .areAnnotatedWith(Command.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + ".cluster..")
                .check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> each_room_imports_only_what_it_may() {
        return new TreeMap<>(MAY_IMPORT)
                .entrySet().stream()
                        .map(entry -> DynamicTest.dynamicTest(
                                shown(entry.getKey()) + " imports "
                                        + entry.getValue().stream()
                                                .map(ImportDirectionsTest::shown)
                                                .sorted()
                                                .collect(Collectors.joining(", ")),
                                () -> importsOnly(entry.getKey(), entry.getValue())));
    }

    private static void importsOnly(final String room, final Set<String> others) {
        final String[] seen = Stream.concat(Stream.of(room), others.stream())
                .map(ImportDirectionsTest::named)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(named(room))
                .should()
                .dependOnClassesThat(resideInAnyPackage(HOUSE + "..").and(resideOutsideOfPackages(seen)))
                .check(CLASSES);
    }

    @Test
    void every_package_is_a_room_of_this_list() {
        final List<String> packages = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .sorted()
                .toList();
        assertThat(MAY_IMPORT.keySet())
                .extracting(ImportDirectionsTest::named)
                .containsExactlyInAnyOrderElementsOf(packages);
    }

    private static String named(final String room) {
        return room.isEmpty() ? HOUSE : HOUSE + "." + room;
    }

    private static String shown(final String room) {
        return room.isEmpty() ? "the front door" : room;
    }
}
