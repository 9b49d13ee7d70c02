package dev.anycarrier.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {"Ends a sweep on all nodes.", "", "  anycarrier cluster cancel monday", ""},
        description = {"", "Nothing more of it is kept, and nodes stop asking within some seconds.", ""})
final class ClusterCancelCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ClusterPlaces places = new ClusterPlaces();

    @Parameters(paramLabel = "IDENTITY", description = "The sweep's identity.")
    private String identity = "";

    ClusterCancelCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return new KeptSweeps(surroundings, places.read(surroundings))
                .cancel(identity)
                .code();
    }
}
