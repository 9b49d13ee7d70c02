package dev.anycarrier.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {"Removes a sweep and all of its outcomes.", "", "  anycarrier cluster forget monday", ""},
        description = {"", "One that goes on ends. Its identity can then be planned anew.", ""})
final class ClusterForgetCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ClusterPlaces places = new ClusterPlaces();

    @Parameters(paramLabel = "IDENTITY", description = "The sweep's identity.")
    private String identity = "";

    ClusterForgetCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return new KeptSweeps(surroundings, places.read(surroundings))
                .forget(identity)
                .code();
    }
}
