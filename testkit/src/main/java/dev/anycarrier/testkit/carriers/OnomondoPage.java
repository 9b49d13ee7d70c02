package dev.anycarrier.testkit.carriers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which part of a list is wanted. A cursor is the position in the list that the <em>next</em> request asks for, so that
 * a client which forgets its filters on the second page gets other records; written in base 64 it ends in {@code ==}.
 *
 * @param position how many elements are skipped
 * @param limit how many are wanted at most
 */
record OnomondoPage(int position, int limit) {

    private static final int MOST = 1_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern POSITION = Pattern.compile("[0-9]{10}");

    /**
     * Reads limit, offset and cursor.
     *
     * @throws OnomondoRefusal if one of them is none
     */
    static OnomondoPage of(final Map<String, List<String>> query) {
        final int limit = number(query, "limit", MOST);
        if (limit < 1 || limit > MOST) {
            throw new OnomondoRefusal(400, "limit_invalid");
        }
        final int offset = number(query, "offset", 0);
        return new OnomondoPage(query.containsKey("next_page") ? position(query) : offset, limit);
    }

    /** This part, or its beginning where it would be longer. */
    OnomondoPage atMost(final int most) {
        return new OnomondoPage(position, Math.min(limit, most));
    }

    /** The answer: this part of the list. */
    <T> String of(final List<T> all, final Function<T, String> json) {
        final int from = Math.min(position, all.size());
        final int to = Math.min(from + limit, all.size());
        final String pagination = to < all.size()
                ? "{\"next_page\":\"%s\",\"has_more\":true}".formatted(cursor(to))
                : "{\"has_more\":false}";
        return all.subList(from, to).stream()
                .map(json)
                .collect(Collectors.joining(",", "{\"pagination\":" + pagination + ",\"usage\":[", "]}"));
    }

    private static String cursor(final int position) {
        return Base64.getEncoder().encodeToString("%010d".formatted(position).getBytes(US_ASCII));
    }

    private static int position(final Map<String, List<String>> query) {
        try {
            final String position = new String(Base64.getDecoder().decode(single(query, "next_page", "")), US_ASCII);
            if (POSITION.matcher(position).matches()) {
                return Integer.parseInt(position);
            }
        } catch (final IllegalArgumentException e) {
            // Falls through to the same refusal.
        }
        throw new OnomondoRefusal(400, "next_page_invalid");
    }

    private static int number(final Map<String, List<String>> query, final String name, final int absent) {
        final String text = single(query, name, Integer.toString(absent));
        if (!NUMBER.matcher(text).matches()) {
            throw new OnomondoRefusal(400, name + "_invalid");
        }
        return Integer.parseInt(text);
    }

    private static String single(final Map<String, List<String>> query, final String name, final String absent) {
        final List<String> values = query.getOrDefault(name, List.of(absent));
        if (values.size() != 1) {
            throw new OnomondoRefusal(400, name + "_invalid");
        }
        return values.get(0);
    }
}
