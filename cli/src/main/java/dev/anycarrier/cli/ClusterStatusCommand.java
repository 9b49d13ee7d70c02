package dev.anycarrier.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "The nodes, what is left of the carriers' limits, what is held back, how long Redis takes to answer, and the"
                    + " sweeps.",
            "Asks no carrier; shows what it is told the place of, Redis, PostgreSQL or both."
        })
final class ClusterStatusCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ClusterPlaces places = new ClusterPlaces();

    @Option(
            names = {"-o", "--output"},
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private DocumentFormat output = DocumentFormat.TABLE;

    ClusterStatusCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return ClusterLook.at(places.read(surroundings), surroundings, output).code();
    }
}
