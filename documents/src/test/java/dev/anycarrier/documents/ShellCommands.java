package dev.anycarrier.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of the shell's grammar as documents need: comments, continued lines, quotes, pipes, lists, redirections, here-documents. */
final class ShellCommands {

    private static final Pattern HERE = Pattern.compile("<<\\s*(\\w+)");
    private static final Pattern WORD = Pattern.compile(
            "\\s+#.*|^#.*|(?<separator>\\|\\|?|&&|&|;)|(?<redirection>\\d?>>?&?|<(?!\\())|(?<word>(?:\"[^\"]*\"|'[^']*'|<\\([^)]*\\)|\\$\\([^)]*\\)|[^\\s|&;<>\"'])+)");
    private static final Pattern ASSIGNMENT = Pattern.compile("\\w+=.*", Pattern.DOTALL);

    private ShellCommands() {}

    /** The commands, each a program and its arguments without quotes. */
    static List<List<String>> of(final List<String> lines) {
        final List<List<String>> commands = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            final StringBuilder line = new StringBuilder(lines.get(index));
            while (line.length() > 0 && line.charAt(line.length() - 1) == '\\') {
                line.setLength(line.length() - 1);
                line.append(lines.get(++index));
            }
            final Matcher here = HERE.matcher(line);
            if (here.find()) {
                do {
                    index++;
                } while (!lines.get(index).equals(here.group(1)));
                line.replace(here.start(), here.end(), "");
            }
            split(line.toString().strip(), commands);
        }
        return commands;
    }

    private static void split(final String line, final List<List<String>> commands) {
        List<String> command = new ArrayList<>();
        boolean toFile = false;
        final Matcher next = WORD.matcher(line);
        while (next.find()) {
            if (next.group("separator") != null) {
                add(command, commands);
                command = new ArrayList<>();
            } else if (next.group("redirection") != null) {
                toFile = true;
            } else if (next.group("word") != null) {
                if (!toFile
                        && !(command.isEmpty()
                                && ASSIGNMENT.matcher(next.group("word")).matches())) {
                    command.add(next.group("word").replaceAll("[\"']", ""));
                }
                toFile = false;
            }
        }
        add(command, commands);
    }

    private static void add(final List<String> command, final List<List<String>> commands) {
        if (!command.isEmpty()) {
            commands.add(command);
        }
    }
}
