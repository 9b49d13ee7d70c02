package dev.anycarrier.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text with arguments of a method in it, such as a path or one parameter of a query. */
final class ArgumentText {

    private static final int USUAL_ARGUMENT = 20;

    /** One more than there are arguments: what stands before each, and after the last. */
    private final String[] literals;

    private final int[] places;

    private ArgumentText(final String[] literals, final List<Integer> order) {
        this.literals = literals;
        this.places = new int[order.size()];
        for (int index = 0; index < places.length; index++) {
            places[index] = order.get(index);
        }
    }

    /**
     * Takes a template apart.
     *
     * @param template literal text as it goes into the address, and names in braces
     * @param places the place of each named argument among the arguments
     */
    static ArgumentText of(final String template, final Map<String, Integer> places) {
        final List<String> literals = new ArrayList<>();
        final List<Integer> order = new ArrayList<>();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            final int close = template.indexOf('}', open);
            literals.add(template.substring(from, open));
            order.add(places.get(template.substring(open + 1, close)));
            from = close + 1;
        }
        literals.add(template.substring(from));
        return new ArgumentText(literals.toArray(new String[0]), order);
    }

    /** Whether this is a parameter of the form {@code name={argument}} whose argument is null. */
    boolean isLeftOut(final @Nullable Object[] arguments) {
        return places.length == 1
                && arguments[places[0]] == null
                && literals[1].isEmpty()
                && literals[0].indexOf('=') == literals[0].length() - 1;
    }

    /** About how long it is with arguments as they usually are. */
    int usualLength() {
        int length = places.length * USUAL_ARGUMENT;
        for (final String literal : literals) {
            length += literal.length();
        }
        return length;
    }

    /** Appends the text with these arguments; false if one of them cannot be written. */
    boolean appendTo(final StringBuilder uri, final @Nullable Object[] arguments) {
        for (int index = 0; index < places.length; index++) {
            uri.append(literals[index]);
            if (!PercentEncoding.append(uri, arguments[places[index]], PercentEncoding.WITH_SLASHES)) {
                return false;
            }
        }
        uri.append(literals[places.length]);
        return true;
    }
}
