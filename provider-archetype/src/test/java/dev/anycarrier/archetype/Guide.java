package dev.anycarrier.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The document that tells how to add a carrier.
 *
 * @param text all of it
 */
record Guide(String text) {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COUNT = Pattern.compile("It took ([0-9]+) lines");

    static Guide read(final Path document) throws IOException {
        return new Guide(Files.readString(document));
    }

    /** The lines of Java that it shows, without blank ones. */
    List<String> code() {
        return JAVA.matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(String::lines)
                .filter(line -> !line.startsWith("```"))
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** How many lines it says that it takes. */
    int lines() {
        final Matcher count = COUNT.matcher(text);
        if (!count.find()) {
            throw new IllegalStateException("the guide does not say how many lines it takes");
        }
        return Integer.parseInt(count.group(1));
    }

    /** The lines of a file that another does not have, without blank ones and comments. */
    static List<String> added(final Path before, final Path after) throws IOException {
        final List<String> added = new ArrayList<>(Files.readAllLines(after));
        Files.readAllLines(before).forEach(added::remove);
        added.removeIf(line -> line.isBlank() || line.strip().startsWith("/**") || line.equals("    }"));
        return added;
    }
}
