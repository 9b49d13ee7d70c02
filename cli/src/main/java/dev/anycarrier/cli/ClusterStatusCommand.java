package dev.anycarrier.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "The nodes, what is left of the carriers' limits, and the sweeps.",
            "",
            "  anycarrier cluster status",
            "  anycarrier cluster status --cluster redis://db1 --output json",
            ""
        },
        description = {
            "",
            "Besides, what is held back, and how long Redis takes to answer.",
            "Asks no carrier; shows what it is told the place of, Redis, PostgreSQL or both.",
            ""
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
