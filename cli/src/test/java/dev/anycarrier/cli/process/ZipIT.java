package dev.anycarrier.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip that is handed out: unpacked as a user would, and run by nothing but what is in it and a JDK. */
class ZipIT {

    private static final Path ZIP = Path.of(System.getProperty("zip"));

    @TempDir
    static Path folder;

    private static Path home = Path.of("");

    @BeforeAll
    static void unpack() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(
                        URI.create("jar:" + ZIP.toUri()), Map.of("enablePosixFileAttributes", "true"));
                Stream<Path> all = Files.walk(zip.getPath("/"))) {
            for (final Path each : all.toList()) {
                final Path copy = folder.resolve(each.toString().substring(1));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy);
                    Files.setPosixFilePermissions(copy, permissions(each));
                }
            }
        }
        try (Stream<Path> roots = Files.list(folder)) {
            home = roots.findFirst().orElseThrow();
        }
    }

    @Test
    void it_says_its_version_which_is_that_of_its_name() throws Exception {
        final Ran version = run("--version");

        assertThat(version.code()).isZero();
        assertThat(version.out())
                .startsWith(home.getFileName().toString().replace('-', ' ').replace(" SNAPSHOT", "-SNAPSHOT"));
        assertThat(ZIP.getFileName()).hasToString(home.getFileName() + ".zip");
    }

    @Test
    void the_demo_runs_and_finds_all_of_it_true() throws Exception {
        final Ran demo = run("demo", "--sims", "20");

        assertThat(demo.out()).contains("check: all 63 outcomes");
        assertThat(demo.code()).isZero();
    }

    @Test
    void it_is_run_by_a_link_to_it_and_from_another_folder() throws Exception {
        final Path link = Files.createSymbolicLink(folder.resolve("linked"), home.resolve("bin/anycarrier"));

        assertThat(run(link, Map.of(), "providers").out()).containsPattern("(?m)^airalo +Airalo ");
    }

    @Test
    void its_sample_settings_can_be_used_once_the_secrets_are_there() throws Exception {
        final Ran providers = run(
                home.resolve("bin/anycarrier"),
                Map.of("AIRALO_CLIENT_ID", "one", "AIRALO_CLIENT_SECRET", "two", "ONOMONDO_API_KEY", "three"),
                "providers",
                "--config",
                home.resolve("carriers.properties.sample").toString());

        assertThat(providers.code()).isZero();
        assertThat(providers.out()).contains("airalo-eu", "onomondo");
    }

    @Test
    void what_several_nodes_take_is_there_and_only_for_them() throws Exception {
        final Ran status = run("cluster", "status", "--cluster", "redis://127.0.0.1:1");

        assertThat(status.code()).isEqualTo(6);
        assertThat(jars("lib"))
                .contains("anycarrier-core")
                .doesNotContain("lettuce-core")
                .doesNotContainAnyElementsOf(jars("lib/cluster"));
    }

    @Test
    void licences_completions_and_documents_are_in_it() throws Exception {
        assertThat(home.resolve("LICENSE")).content().contains("Apache License");
        assertThat(home.resolve("THIRD-PARTY.txt"))
                .content()
                .containsIgnoringCase("picocli")
                .containsIgnoringCase("lettuce");
        assertThat(home.resolve("completions/anycarrier.bash")).content().contains("complete -F _complete_anycarrier");
        assertThat(home.resolve("docs/command-line.md")).isNotEmptyFile();
        assertThat(home.resolve("bin/anycarrier.bat")).content().contains("\r\n");
    }

    @Test
    void every_file_in_it_has_one_time_whenever_it_was_built() throws IOException {
        final Set<FileTime> times = new HashSet<>();
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            zip.stream().map(ZipEntry::getLastModifiedTime).forEach(times::add);
        }

        assertThat(times).hasSize(1);
    }

    /** The names of the jars in a folder, without their versions. */
    private static List<String> jars(final String of) throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve(of))) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> name.replaceFirst("-[0-9].*", ""))
                    .toList();
        }
    }

    private static Set<PosixFilePermission> permissions(final Path inZip) throws IOException {
        final Object packed = Files.getAttribute(inZip, "zip:permissions");
        return packed == null ? PosixFilePermissions.fromString("rw-r--r--") : Files.getPosixFilePermissions(inZip);
    }

    private static Ran run(final String... arguments) throws IOException, InterruptedException {
        return run(home.resolve("bin/anycarrier"), Map.of(), arguments);
    }

    private static Ran run(final Path program, final Map<String, String> variables, final String... arguments)
            throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        final Path errors = Files.createTempFile(folder, "errors", ".txt");
        final ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ANYCARRIER_") || name.startsWith("JAVA_TOOL"));
        builder.environment().remove("CLASSPATH");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.environment().putAll(variables);
        final Process process = builder.start();
        final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(errors)).doesNotContain("Exception in thread", "\tat ");
        return new Ran(process.exitValue(), out);
    }

    private record Ran(int code, String out) {}
}
