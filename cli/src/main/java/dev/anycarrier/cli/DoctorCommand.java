package dev.anycarrier.cli;

import dev.anycarrier.call.CallOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "Says whether each account can be used, and what is wrong if not.",
            "",
            "  anycarrier doctor",
            "  anycarrier doctor --config carriers.properties --output json",
            "  anycarrier doctor --deadline 5s",
            ""
        },
        description = {
            "",
            "It looks at the settings and where they come from, at what is kept between runs, whether each carrier answers,"
                    + " accepts the credentials and has the same time, and whether its limits let a question pass.",
            "Asks nothing about usage: an access token is fetched where there are such, else the provider knows something"
                    + " cheaper, or a request is sent that does not say who asks. That is a request or two per account, and"
                    + " they count for its limits.",
            "The exit code is 0 if nothing failed, else that of the first thing that did: 2 settings or state, 4"
                    + " authentication, 5 limits, 6 reachability, 1 the clock.",
            ""
        })
final class DoctorCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(
            names = "--deadline",
            paramLabel = "SPAN",
            converter = SpanConverter.class,
            description = "How long each account may take (5s, 1m). Default: the account's.")
    private @Nullable Duration deadline;

    @Option(
            names = {"-o", "--output"},
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private DocumentFormat output = DocumentFormat.TABLE;

    DoctorCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        final CallOptions options = CallOptions.defaults();
        return new Doctor(surroundings, config, deadline == null ? options : options.withDeadline(deadline))
                .run(output)
                .code();
    }
}
