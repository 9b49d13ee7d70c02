package dev.anycarrier.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a message says of names when somebody wrote one that does not exist. */
final class KnownNames {

    private static final int LONGEST_COMPARED = 80;
    private static final int LETTERS_PER_SLIP = 3;
    private static final int MOST_SLIPS = 3;

    private KnownNames() {}

    /**
     * The end of a sentence that says that something is not known: the name that was probably meant, if one is close
     * enough, and all that there are.
     *
     * @param what the names are of, in the plural
     */
    static String hint(final String written, final Collection<String> known, final String what) {
        return hint(written, known, what, UnaryOperator.identity());
    }

    /**
     * As above.
     *
     * @param shown turns a name into what people are to write
     */
    static String hint(
            final String written,
            final Collection<String> known,
            final String what,
            final UnaryOperator<String> shown) {
        final String all = what + ": " + list(known.stream().map(shown).toList());
        return nearest(written, known)
                .map(near -> "; did you mean " + shown.apply(near) + "? Known " + all)
                .orElse("; known " + all);
    }

    /** The names, sorted. */
    static String list(final Collection<String> names) {
        return names.isEmpty()
                ? "none"
                : String.join(", ", names.stream().sorted().toList());
    }

    private static Optional<String> nearest(final String written, final Collection<String> known) {
        if (written.length() > LONGEST_COMPARED) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> slips(written, name) <= slipsAllowed(name))
                .min(Comparator.<String>comparingInt(name -> slips(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int slipsAllowed(final String name) {
        return Math.min(MOST_SLIPS, Math.max(1, name.length() / LETTERS_PER_SLIP));
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
