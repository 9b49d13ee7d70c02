package dev.anycarrier.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "Prints what lets a shell complete commands, options and their values at the Tab key.",
            "",
            "  anycarrier completion bash > ~/.local/share/bash-completion/completions/anycarrier",
            "  anycarrier completion zsh > ~/.anycarrier-completion",
            ""
        },
        description = {
            "",
            "A line in ~/.bashrc or ~/.zshrc has it in every shell: source <(anycarrier completion bash), or source"
                    + " ~/.anycarrier-completion. Where bash-completion is set up, the folder of the example will do.",
            ""
        })
final class CompletionCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("UnusedVariable") // Asked for all the same, so that scripts for other shells can come.
    private Shell shell = Shell.BASH;

    CompletionCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        // One script serves both shells: it looks which one reads it.
        surroundings.out().print(AutoComplete.bash("anycarrier", Commands.all(surroundings)));
        return ExitCode.OK.code();
    }

    /** For whom the script is. */
    enum Shell {
        /** The Bourne again shell. */
        BASH,
        /** The Z shell, which understands bash's scripts once told to. */
        ZSH;

        /** The word for the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
