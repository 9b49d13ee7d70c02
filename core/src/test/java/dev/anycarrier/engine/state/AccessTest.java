package dev.anycarrier.engine.state;

import static dev.anycarrier.engine.state.Stores.ACCOUNT;
import static dev.anycarrier.engine.state.Stores.NOW;
import static dev.anycarrier.engine.state.Stores.SIM;
import static dev.anycarrier.engine.state.Stores.open;
import static dev.anycarrier.engine.state.Stores.reopened;
import static dev.anycarrier.engine.state.Stores.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anycarrier.call.InvalidStateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose_a_file_whose_folder_is_missing() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        file = folder.resolve("outer/inner/state");
    }

    @Test
    void only_the_owner_can_do_anything_with_what_is_made() throws IOException {
        try (FileStateStore store = FileStateStore.open(file, () -> NOW, 300)) {
            for (int count = 0; count < 10; count++) {
                store.append(ACCOUNT, value(SIM, count, NOW));
            }
        }
        assertThat(permissions(folder.resolve("outer"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("outer/inner"))).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(file.resolveSibling("state.lock"))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw------x", "rw----r--", "rw--w----", "rwxrwxrwx"})
    void a_file_that_others_have_access_to_is_refused(final String permissions) throws IOException {
        open(file).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("others than its owner have access to it")
                .hasMessageContaining("chmod 600");
        assertThat(file.resolveSibling("state.new")).doesNotExist();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(reopened(file)).isEmpty();
    }

    @Test
    void a_file_of_somebody_else_is_refused() throws IOException {
        open(file).close();
        assumeTrue(givenAway(file), "only root can give a file away");
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("it belongs to nobody");
    }

    @Test
    void a_link_is_followed_and_stays() throws IOException {
        open(file).close();
        final Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        try (FileStateStore store = open(link)) {
            store.append(ACCOUNT, value(SIM, 1, NOW));
            store.append(ACCOUNT, value(SIM, 2, NOW));
            assertThatThrownBy(() -> open(file)).isInstanceOf(InvalidStateException.class);
        }
        assertThat(reopened(link)).hasSize(1);
        assertThat(link).isSymbolicLink();
        assertThat(reopened(file)).hasSize(1);
    }

    @Test
    void a_folder_that_is_a_link_is_good() throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("outer"), folder.resolve("real"));
        assertThat(reopened(folder.resolve("outer/state"))).isEmpty();
    }

    private static boolean givenAway(final Path file) {
        try {
            final UserPrincipal nobody =
                    file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(file, nobody);
            return true;
        } catch (final IOException notAllowed) {
            return false;
        }
    }

    private static String permissions(final Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
