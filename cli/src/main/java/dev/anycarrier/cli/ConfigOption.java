package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The accounts to ask: where their settings come from, and where it is kept what they were asked. */
final class ConfigOption {

    @Mixin
    private final SettingsOption settings = new SettingsOption();

    @Mixin
    private final ClusterOption cluster = new ClusterOption();

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description =
                    "Where limits and last values are kept between runs; default: the user's state folder, and nowhere"
                            + " with --cluster.")
    private @Nullable Path state;

    @Option(names = "--no-state", description = "Neither keep anything between runs nor use what was kept.")
    private boolean stateless;

    /**
     * Opens the configured accounts for a few questions.
     *
     * @throws UsageError if there is none
     * @throws dev.anycarrier.settings.InvalidSettingsException if the settings cannot be used
     * @throws dev.anycarrier.call.InvalidStateException if the state file cannot be used
     */
    Anycarrier open(final Surroundings surroundings) {
        return opened(builder(surroundings).executor(Executors.newCachedThreadPool(ConfigOption::daemon)));
    }

    /** Opens the configured accounts for so many questions that cheap threads pay off; else as {@link #open}. */
    Anycarrier openForMany(final Surroundings surroundings) {
        return opened(builder(surroundings));
    }

    /** A JVM that ends waits 0.3 s for threads in native code, as those are that wait for virtual threads' sockets. */
    private static Thread daemon(final Runnable task) {
        final Thread thread = new Thread(task, "anycarrier");
        thread.setDaemon(true);
        return thread;
    }

    private static Anycarrier opened(final Anycarrier.Builder builder) {
        final Anycarrier carriers = builder.build();
        if (carriers.accounts().isEmpty()) {
            carriers.close();
            throw new UsageError("no account is configured: name a settings file with --config or "
                    + SettingsOption.VARIABLE + ", put " + SettingsOption.FILE_HERE
                    + " here, or set ANYCARRIER_<ACCOUNT>_PROVIDER and the rest");
        }
        return carriers;
    }

    /**
     * What opens the configured accounts, of which there may be none.
     *
     * @throws UsageError if it is not clear where state is kept
     */
    Anycarrier.Builder builder(final Surroundings surroundings) {
        final Settings read = read(surroundings);
        final Anycarrier.Builder builder = Anycarrier.builder().settings(read);
        stateFile(surroundings).ifPresent(builder::stateFile);
        cluster.join(builder, read, surroundings);
        return builder;
    }

    /**
     * The settings, under those of the cluster that arguments name.
     *
     * @throws dev.anycarrier.settings.InvalidSettingsException if they cannot be read
     */
    Settings read(final Surroundings surroundings) {
        return read(surroundings, Map.of());
    }

    /** As above, under those that other options name. */
    Settings read(final Surroundings surroundings, final Map<String, String> named) {
        final Map<String, String> values = new HashMap<>(cluster.values());
        values.putAll(named);
        return settings.read(surroundings, values);
    }

    /** Where the settings come from, in words. */
    String origin(final Surroundings surroundings) {
        return settings.origin(surroundings);
    }

    /** Shares limits and last values by the settings, where no option says by what. */
    void share() {
        cluster.share();
    }

    /** Whether limits and last values are shared with other nodes. */
    boolean isShared() {
        return cluster.isGiven();
    }

    /**
     * Where state is kept; empty if it is not to be.
     *
     * @throws UsageError if that is not clear
     */
    Optional<Path> stateFile(final Surroundings surroundings) {
        if (stateless && state != null) {
            throw new UsageError("--state and --no-state exclude each other");
        }
        if (stateless || (cluster.isGiven() && state == null)) {
            return Optional.empty();
        }
        return Optional.of(
                Optional.ofNullable(state)
                        .map(path -> surroundings.workingDirectory().resolve(path))
                        .or(() -> StateLocation.of(surroundings))
                        .orElseThrow(
                                () -> new UsageError(
                                        "there is no folder for what is kept between runs: name a file with --state, or say --no-state")));
    }
}
