package dev.anycarrier.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/**
 * The commands of the program. To set one up takes a while, since each of its options is looked at, and a run is of one
 * command: so only those are set up that the arguments can mean.
 */
final class Commands {

    private static final int HELP_WIDTH = 100;
    private static final List<String> NAMES = List.of(
            "demo", "usage", "sweep", "records", "tag", "report", "providers", "simulate", "conformance", "cluster");
    private static final String ANYWHERE = "--stack-trace";

    private Commands() {}

    /** Runs the command that the arguments name; returns its exit code. */
    static int execute(final Surroundings surroundings, final String... arguments) {
        final AnycarrierCommand root = new AnycarrierCommand();
        final FailureHandler failures = new FailureHandler(surroundings, root::wantsStackTrace);
        final CommandLine line = new CommandLine(root);
        for (final String name : meant(arguments)) {
            line.addSubcommand(command(name, surroundings));
        }
        return line.setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.err()))
                .setColorScheme(Help.defaultColorScheme(surroundings.colours() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .execute(arguments);
    }

    /** One command if it is named first, else all: for whoever needs help, or to be told which there are. */
    private static List<String> meant(final String... arguments) {
        final Optional<String> first = Arrays.stream(arguments)
                .filter(argument -> !argument.equals(ANYWHERE))
                .findFirst();
        return first.filter(NAMES::contains).map(List::of).orElse(NAMES);
    }

    private static Object command(final String name, final Surroundings surroundings) {
        return switch (name) {
            case "demo" -> new DemoCommand(surroundings);
            case "usage" -> new UsageCommand(surroundings);
            case "sweep" -> new SweepCommand(surroundings);
            case "records" -> new RecordsCommand(surroundings);
            case "tag" -> new TagCommand(surroundings);
            case "report" -> new ReportCommand(surroundings);
            case "providers" -> new ProvidersCommand(surroundings);
            case "simulate" -> new SimulateCommand(surroundings);
            case "conformance" -> new ConformanceCommand(surroundings);
            case "cluster" ->
                new CommandLine(new ClusterCommand())
                        .addSubcommand(new ClusterStatusCommand(surroundings))
                        .addSubcommand(new ClusterWorkCommand(surroundings))
                        .addSubcommand(new ClusterOutcomesCommand(surroundings))
                        .addSubcommand(new ClusterCancelCommand(surroundings))
                        .addSubcommand(new ClusterForgetCommand(surroundings))
                        .addSubcommand(new ClusterBeginCommand(surroundings));
            default -> throw new IllegalArgumentException("there is no command " + name);
        };
    }

    private static PrintWriter writer(final PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
