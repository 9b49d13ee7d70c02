package dev.anycarrier.engine.state;

import dev.anycarrier.call.InvalidStateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that their owner alone reads and writes. On file systems without such permissions nothing is set or checked. */
final class PrivateFile {

    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private PrivateFile() {}

    /**
     * Where a file really is, links followed; makes its folder if that is missing.
     *
     * @throws InvalidStateException if something is there that is no file
     */
    static Path located(final Path file) throws IOException {
        final Path absolute = file.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            if (!Files.isRegularFile(absolute)) {
                throw new InvalidStateException(file, "it is a folder, or a device", "name a file");
            }
            return absolute.toRealPath();
        }
        final Path folder = absolute.resolveSibling("");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, OWNER_FOLDER));
        }
        return folder.toRealPath().resolve(absolute.getFileName());
    }

    /** Makes an empty file in place of one that may be there. */
    static void create(final Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, attributes(file, OWNER_FILE));
    }

    /** Makes an empty file unless there is one. */
    static void createIfMissing(final Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createFile(file, attributes(file, OWNER_FILE));
        }
    }

    /**
     * Checks that a file is nobody else's.
     *
     * @param ownFile a file that was made just now
     * @throws InvalidStateException if others have access to it, or if it is somebody else's
     */
    static void requireOwn(final Path file, final Path ownFile) throws IOException {
        if (!isPosix(file)) {
            return;
        }
        if (!Files.getOwner(file).equals(Files.getOwner(ownFile))) {
            throw new InvalidStateException(
                    file, "it belongs to " + Files.getOwner(file).getName(), "run as that user, or name another file");
        }
        final Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        final Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
        others.addAll(permissions);
        others.removeAll(OWNER_FOLDER);
        if (!others.isEmpty()) {
            throw new InvalidStateException(
                    file,
                    "others than its owner have access to it (" + PosixFilePermissions.toString(permissions)
                            + "), but it holds SIM identifiers and usage",
                    "take that away with 'chmod 600'");
        }
    }

    private static FileAttribute<?>[] attributes(final Path file, final Set<PosixFilePermission> permissions) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(final Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
