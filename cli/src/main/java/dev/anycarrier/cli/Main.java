package dev.anycarrier.cli;

/** Starts the command line. */
public final class Main {

    private Main() {}

    /** Runs one command, and ends the process with its exit code. */
    public static void main(final String... arguments) {
        System.exit(run(Surroundings.system(), arguments));
    }

    /** Runs one command; returns its exit code. */
    static int run(final Surroundings surroundings, final String... arguments) {
        final int code = execute(surroundings, arguments);
        if (surroundings.out().checkError()) {
            surroundings.say("anycarrier: standard output could not be written to its end");
            return code == ExitCode.OK.code() ? ExitCode.UNEXPECTED.code() : code;
        }
        return code;
    }

    private static int execute(final Surroundings surroundings, final String... arguments) {
        if (BuildVersion.isAllThatIsAsked(arguments)) {
            surroundings.out().println(BuildVersion.line());
            return ExitCode.OK.code();
        }
        return Commands.execute(surroundings, arguments);
    }
}
