package dev.anycarrier.http;

import feign.Request;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Arguments for methods of {@link Shapes}, drawn at random. */
final class ShapeArguments {

    private static final String[] PIECES = {
        "",
        "8944",
        "a",
        "B-._~",
        "/",
        "//",
        "%",
        "%41",
        "%2F",
        "%zz",
        "+",
        " ",
        "\t",
        "\n",
        ",",
        ";",
        ":",
        "?",
        "#",
        "&",
        "=",
        "{",
        "}",
        "{sim}",
        "{a}",
        "[",
        "]",
        "@",
        "!",
        "$",
        "'",
        "(",
        ")",
        "*",
        "\"",
        "<",
        ">",
        "\\",
        "^",
        "`",
        "|",
        "..",
        "é",
        "\u20ac",
        "\ud83d\ude00",
        "\ud83d",
        "\u007f",
        "\u0000",
        "http",
        "null"
    };

    private static final String[] PLAIN_PIECES = {
        "8944", "a", "B-._~", "/", "+", " ", "\t", ",", ";", ":", "?", "#", "&", "=", "{", "}", "{sim}", "{a}", "[",
        "]", "@", "!", "$", "'", "(", ")", "*", "\"", "<", ">", "\\", "^", "`", "|", "..", "http"
    };

    private ShapeArguments() {}

    static Object[] any(final Method method, final Random random) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> {
                    final Object fixed = fixed(type, random);
                    return fixed != null ? fixed : type == Map.class ? map(random) : any(type, random);
                })
                .toArray();
    }

    /** Arguments that a prepared method writes itself. */
    static Object[] plain(final Method method, final Random random) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> {
                    final Object fixed = fixed(type, random);
                    return fixed != null ? fixed : type == Map.class ? plainMap(random) : plainText(random);
                })
                .toArray();
    }

    private static @Nullable Object fixed(final Class<?> type, final Random random) {
        if (type == long.class) {
            return random.nextLong();
        }
        if (type == int.class) {
            return random.nextInt();
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == Form.class) {
            return Form.empty().with("a", plainText(random));
        }
        if (type == Request.Options.class) {
            return new Request.Options();
        }
        return type == URI.class ? URI.create("https://elsewhere.example/x") : null;
    }

    private static @Nullable Object any(final Class<?> type, final Random random) {
        if (type == String.class) {
            return random.nextInt(10) == 0 ? null : text(PIECES, random);
        }
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> list(random);
            case 2 -> Optional.ofNullable(random.nextBoolean() ? text(PIECES, random) : null);
            case 3 -> Map.of("a" + text(PIECES, random), text(PIECES, random));
            case 4 -> random.nextLong();
            case 5 ->
                new StringJoiner(text(PIECES, random)).add(text(PIECES, random)).add("");
            case 6 -> plainText(random);
            default -> text(PIECES, random);
        };
    }

    private static Map<String, @Nullable Object> map(final Random random) {
        final Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int entries = random.nextInt(4); entries > 0; entries--) {
            final String name = random.nextInt(3) > 0 ? "name" + entries : "x" + text(PIECES, random);
            map.put(
                    name,
                    random.nextInt(8) == 0
                            ? new Object[] {plainText(random), text(PIECES, random)}
                            : any(Object.class, random));
        }
        return map;
    }

    private static Map<String, @Nullable Object> plainMap(final Random random) {
        final Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("limit", 1000);
        for (int entries = random.nextInt(4); entries > 0; entries--) {
            map.put(entries + plainText(random), plainText(random));
        }
        map.put("filter[]", List.of(plainText(random), plainText(random)));
        map.put("none", random.nextBoolean() ? null : List.of());
        return map;
    }

    private static List<@Nullable Object> list(final Random random) {
        final List<@Nullable Object> list = new ArrayList<>();
        for (int elements = random.nextInt(4); elements > 0; elements--) {
            list.add(random.nextInt(6) == 0 ? null : text(PIECES, random));
        }
        return list;
    }

    private static String plainText(final Random random) {
        return "1" + text(PLAIN_PIECES, random);
    }

    private static String text(final String[] pieces, final Random random) {
        final StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(5); count > 0; count--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }
}
