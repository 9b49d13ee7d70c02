package dev.anycarrier.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "begin",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "Says that nothing was sent to an account's carrier lately.",
            "",
            "  anycarrier cluster begin airalo-eu",
            ""
        },
        description = {
            "",
            "That is, nothing within its longest window, so that a Redis that is new or has lost its data need not be waited"
                    + " for.",
            "Only to be said by who knows it: if it is not so, the carrier's limit is broken.",
            ""
        })
final class ClusterBeginCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "ACCOUNT", description = "The account.")
    private String account = "";

    ClusterBeginCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ClusterParts.require();
        return ClusterBeginning.of(account, config.read(surroundings), surroundings)
                .code();
    }
}
