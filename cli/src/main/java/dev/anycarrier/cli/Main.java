package dev.anycarrier.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Starts the command line. */
public final class Main {

    private static final int HELP_WIDTH = 100;

    private Main() {}

    /** Runs one command, and ends the process with its exit code. */
    public static void main(final String... arguments) {
        System.exit(run(Surroundings.system(), arguments));
    }

    /** Runs one command; returns its exit code. */
    static int run(final Surroundings surroundings, final String... arguments) {
        final int code = commandLine(surroundings).execute(arguments);
        if (surroundings.out().checkError()) {
            surroundings.say("anycarrier: standard output could not be written to its end");
            return code == ExitCode.OK.code() ? ExitCode.UNEXPECTED.code() : code;
        }
        return code;
    }

    private static CommandLine commandLine(final Surroundings surroundings) {
        final AnycarrierCommand root = new AnycarrierCommand();
        final FailureHandler failures = new FailureHandler(surroundings, root::wantsStackTrace);
        return new CommandLine(root)
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new UsageCommand(surroundings))
                .addSubcommand(new SweepCommand(surroundings))
                .addSubcommand(new RecordsCommand(surroundings))
                .addSubcommand(new TagCommand(surroundings))
                .addSubcommand(new ProvidersCommand(surroundings))
                .addSubcommand(new SimulateCommand(surroundings))
                .addSubcommand(new ConformanceCommand(surroundings))
                .setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.err()))
                .setColorScheme(Help.defaultColorScheme(surroundings.colours() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    private static PrintWriter writer(final PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
