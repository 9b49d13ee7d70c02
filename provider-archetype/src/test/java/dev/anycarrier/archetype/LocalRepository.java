package dev.anycarrier.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local Maven repository that is the user's own in everything but this project's artifacts, which are those of this
 * build. Nothing of this project gets into the user's, and nothing that the user has is downloaded again.
 *
 * @param folder where it is
 */
record LocalRepository(Path folder) {

    private static final Path GROUP = Path.of("dev", "anycarrier");

    static LocalRepository over(final Path users, final Path folder) throws IOException {
        Files.createDirectories(folder.resolve(GROUP));
        link(users, folder);
        link(users.resolve("dev"), folder.resolve("dev"));
        return new LocalRepository(folder);
    }

    /** Adds a project that is only a {@code pom.xml}. */
    void add(final Path project, final String artifact, final String version) throws IOException {
        Files.copy(
                project.resolve("pom.xml"),
                Files.createDirectories(folder.resolve(GROUP).resolve(artifact).resolve(version))
                        .resolve(artifact + "-" + version + ".pom"));
    }

    /** Adds a project and its jar, as it was packaged. */
    void addWithJar(final Path project, final String artifact, final String version) throws IOException {
        add(project, artifact, version);
        final String jar = artifact + "-" + version + ".jar";
        Files.copy(
                project.resolve("target").resolve(jar),
                folder.resolve(GROUP).resolve(artifact).resolve(version).resolve(jar));
    }

    /** Everything that is not there yet. */
    private static void link(final Path from, final Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> entries = Files.list(from)) {
            for (final Path entry : entries.toList()) {
                final Path link = to.resolve(entry.getFileName());
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, entry.toAbsolutePath());
                }
            }
        }
    }

    /** The options that make Maven use it. */
    List<String> options() {
        return List.of("-Dmaven.repo.local=" + folder.toAbsolutePath());
    }
}
