package dev.anycarrier.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a message says of names when somebody wrote one that does not exist. */
final class KnownNames {

    private static final int LONGEST_COMPARED = 80;
    private static final int LETTERS_PER_SLIP = 3;

    private KnownNames() {}

    /** The names, sorted. */
    static String list(final Collection<String> names) {
        return names.isEmpty()
                ? "none"
                : String.join(", ", names.stream().sorted().toList());
    }

    /** A question that names the one that was probably meant, or nothing. */
    static String suggestion(final String written, final Collection<String> known) {
        return nearest(written, known)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    private static Optional<String> nearest(final String written, final Collection<String> known) {
        if (written.length() > LONGEST_COMPARED) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> slips(written, name) <= Math.max(1, name.length() / LETTERS_PER_SLIP))
                .min(Comparator.<String>comparingInt(name -> slips(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many characters must be added, dropped or replaced to turn one text into the other (Levenshtein's distance). */
    private static int slips(final String from, final String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            final int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                final int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
