package dev.anycarrier.cli;

import dev.anycarrier.call.InvalidStateException;
import dev.anycarrier.cli.output.Printable;
import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.spi.UsageException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a few lines what went wrong, and chooses the exit code. */
final class FailureHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final Surroundings surroundings;
    private final BooleanSupplier stackTraceWanted;

    FailureHandler(final Surroundings surroundings, final BooleanSupplier stackTraceWanted) {
        this.surroundings = surroundings;
        this.stackTraceWanted = stackTraceWanted;
    }

    @Override
    public int handleExecutionException(
            final Exception failure, final CommandLine command, final ParseResult arguments) {
        final ExitCode code = codeOf(failure);
        final String message = code == ExitCode.UNEXPECTED && !(failure instanceof UsageException)
                ? "unexpected failure, " + failure + "; with --stack-trace it says where"
                : String.valueOf(failure.getMessage());
        say(message);
        if (stackTraceWanted.getAsBoolean()) {
            failure.printStackTrace(surroundings.err());
        }
        return code.code();
    }

    @Override
    public int handleParseException(final ParameterException failure, final String[] arguments) {
        say(messageOf(failure));
        surroundings.say(
                "anycarrier: see '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.USAGE.code();
    }

    private static ExitCode codeOf(final Exception failure) {
        if (failure instanceof UsageException usage) {
            return ExitCode.of(usage.kind());
        }
        return failure instanceof InvalidSettingsException
                        || failure instanceof InvalidStateException
                        || failure instanceof UsageError
                ? ExitCode.USAGE
                : ExitCode.UNEXPECTED;
    }

    /** What stands behind the {@code =} of an argument that is no option may be a secret that was meant for one. */
    private static String messageOf(final ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(failure.getMessage());
        }
        final String first = unmatched.getUnmatched().get(0);
        if (first.startsWith("-")) {
            return "there is no option " + first.replaceFirst("=.*", "");
        }
        final Set<String> commands = failure.getCommandLine().getSubcommands().keySet();
        return commands.isEmpty()
                ? "there are more arguments than this command takes"
                : "there is no such command; known are " + String.join(", ", commands);
    }

    private void say(final String message) {
        message.lines().map(Printable::of).forEach(line -> surroundings.say("anycarrier: " + line));
    }
}
