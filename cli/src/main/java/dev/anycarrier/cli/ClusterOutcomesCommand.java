package dev.anycarrier.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "outcomes",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "Prints the outcomes of a sweep that are kept, as 'sweep' would have.",
            "",
            "  anycarrier cluster outcomes monday > usage.jsonl",
            "  anycarrier cluster outcomes monday --output csv",
            ""
        },
        description = {
            "",
            "They come in no particular order.",
            "The exit code is 7 while it goes on, since those that are missing are not printed.",
            ""
        })
final class ClusterOutcomesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ClusterPlaces places = new ClusterPlaces();

    @Parameters(paramLabel = "IDENTITY", description = "The sweep's identity.")
    private String identity = "";

    @Option(
            names = {"-o", "--output"},
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. Both hold whole SIM ids.")
    private LineFormat output = LineFormat.JSONL;

    ClusterOutcomesCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return new KeptSweeps(surroundings, places.read(surroundings))
                .print(identity, output)
                .code();
    }
}
