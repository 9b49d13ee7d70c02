package dev.anycarrier.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/** The command line, asked whether it would take some arguments. */
public final class Program {

    private Program() {}

    /** Why it does not; empty if it does. Nothing is run. */
    public static Optional<String> refusal(final List<String> arguments) {
        try {
            Commands.all(Surroundings.system()).parseArgs(arguments.toArray(String[]::new));
            return Optional.empty();
        } catch (final ParameterException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
