package dev.anycarrier.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used. Lists everything that is wrong with them at once. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<SettingsProblem> problems;

    /**
     * An exception that lists the problems, one a line.
     *
     * @param problems at least one
     */
    public InvalidSettingsException(final List<SettingsProblem> problems) {
        super(problems.stream()
                .map(SettingsProblem::toString)
                .collect(Collectors.joining("\n  ", "the settings cannot be used:\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order of accounts and settings. Empty after deserialisation. */
    public List<SettingsProblem> problems() {
        return problems == null ? List.of() : problems;
    }
}
