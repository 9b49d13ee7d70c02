package dev.anycarrier.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "work",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "Works on the sweeps of all nodes, whatever they are, until it is interrupted.",
            "",
            "  anycarrier cluster work",
            "  anycarrier cluster work --cluster redis://db1 --jdbc jdbc:postgresql://db1/usage --node mill",
            ""
        },
        description = {"", "Needs Redis and PostgreSQL, and the same accounts as the other nodes.", ""})
final class ClusterWorkCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    ClusterWorkCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ClusterParts.require();
        config.share();
        return ClusterNode.work(surroundings, config, config.read(surroundings, database.values()))
                .code();
    }
}
