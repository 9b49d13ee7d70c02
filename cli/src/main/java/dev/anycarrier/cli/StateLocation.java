package dev.anycarrier.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The user's state folder, as the XDG Base Directory Specification has it. */
final class StateLocation {

    private StateLocation() {}

    /**
     * The state file in it: under {@code XDG_STATE_HOME} if that is absolute, else under {@code ~/.local/state}; empty if
     * the user has no home.
     */
    static Optional<Path> of(final Surroundings surroundings) {
        return absolute(surroundings.environment().get("XDG_STATE_HOME"))
                .or(() -> home(surroundings).map(home -> home.resolve(".local/state")))
                .map(folder -> folder.resolve("anycarrier/state"));
    }

    private static Optional<Path> home(final Surroundings surroundings) {
        return absolute(surroundings.environment().get("HOME"))
                .or(() -> absolute(surroundings.systemProperties().get("user.home")));
    }

    private static Optional<Path> absolute(final @Nullable String folder) {
        return Optional.ofNullable(folder).map(Path::of).filter(Path::isAbsolute);
    }
}
