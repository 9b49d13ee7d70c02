package dev.anycarrier.cli;

import dev.anycarrier.call.CallOptions;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A sweep that all nodes work on. */
final class SharedSweepOptions {

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--identity",
            paramLabel = "NAME",
            description =
                    "With --jdbc: what tells this sweep from others, such as the day it is for. A sweep of that name"
                            + " that is there is joined, and its SIMs count in place of FILE's.")
    private @Nullable String identity;

    @Option(
            names = "--outcomes",
            description = "With --jdbc: print the outcomes of all nodes at the end; else 'cluster outcomes' does.")
    private boolean outcomes;

    boolean isGiven() {
        return database.isGiven() || identity != null || outcomes;
    }

    /**
     * Plans or joins it, works on it, and waits for its end.
     *
     * @throws UsageError if something is missing
     */
    ExitCode run(
            final Surroundings surroundings,
            final ConfigOption config,
            final String file,
            final CallOptions options,
            final LineFormat format)
            throws IOException {
        if (!database.isGiven() || identity == null) {
            throw new UsageError("a sweep of all nodes needs --jdbc and --identity");
        }
        if (!config.isShared()) {
            throw new UsageError("a sweep of all nodes needs --cluster too, or they would break the carriers' limits");
        }
        ClusterParts.require();
        final SharedSweep sweep = new SharedSweep(surroundings, identity, options);
        return sweep.run(config, config.read(surroundings, database.values()), file, outcomes ? format : null);
    }
}
