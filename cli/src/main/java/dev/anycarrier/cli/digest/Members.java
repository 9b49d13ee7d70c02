package dev.anycarrier.cli.digest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.Unit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the members of an object. Whatever is not as documented is an {@link IllegalArgumentException} that names it. */
final class Members {

    private Members() {}

    static Optional<JsonNode> object(final JsonNode json, final String name) {
        return there(json, name, JsonNode::isObject, "an object");
    }

    static JsonNode requireObject(final JsonNode json, final String name) {
        return require(object(json, name), name);
    }

    static <T> List<T> each(final JsonNode json, final String name, final Function<JsonNode, T> read) {
        final List<T> all = new ArrayList<>();
        require(there(json, name, JsonNode::isArray, "an array"), name)
                .forEach(element -> all.add(read.apply(element)));
        return all;
    }

    static Optional<String> text(final JsonNode json, final String name) {
        return there(json, name, JsonNode::isTextual, "a text").map(JsonNode::textValue);
    }

    static String requireText(final JsonNode json, final String name) {
        return require(text(json, name), name);
    }

    static long requireAmount(final JsonNode json, final String name) {
        return require(there(json, name, JsonNode::canConvertToExactIntegral, "an integer"), name)
                .longValue();
    }

    static <E extends Enum<E>> E requireWord(final JsonNode json, final String name, final Class<E> words) {
        return word(requireText(json, name), name, words);
    }

    static Optional<Instant> instant(final JsonNode json, final String name) {
        return text(json, name).map(text -> time(text, name, Instant::parse));
    }

    static Instant requireInstant(final JsonNode json, final String name) {
        return require(instant(json, name), name);
    }

    static Optional<Duration> duration(final JsonNode json, final String name) {
        return text(json, name).map(text -> time(text, name, Duration::parse));
    }

    static Optional<Quantity> quantity(final JsonNode json, final String name) {
        return object(json, name)
                .map(amount -> new Quantity(requireAmount(amount, "amount"), requireWord(amount, "unit", Unit.class)));
    }

    static Quantity requireQuantity(final JsonNode json, final String name) {
        return require(quantity(json, name), name);
    }

    static Optional<TimePeriod> period(final JsonNode json, final String name) {
        return object(json, name).map(period -> new TimePeriod(instant(period, "start"), instant(period, "end")));
    }

    private static <E extends Enum<E>> E word(final String text, final String name, final Class<E> words) {
        for (final E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        throw new IllegalArgumentException("its " + name + " is no word that is known here");
    }

    private static <T> T time(final String text, final String name, final Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (final DateTimeException e) {
            throw new IllegalArgumentException("its " + name + " is not written as in ISO 8601", e);
        }
    }

    private static Optional<JsonNode> there(
            final JsonNode json, final String name, final Function<JsonNode, Boolean> as, final String what) {
        final JsonNode member = json.get(name);
        if (member == null) {
            return Optional.empty();
        }
        if (!as.apply(member)) {
            throw new IllegalArgumentException("its " + name + " is not " + what);
        }
        return Optional.of(member);
    }

    private static <T> T require(final Optional<T> member, final String name) {
        return member.orElseThrow(() -> new IllegalArgumentException("it has no " + name));
    }
}
