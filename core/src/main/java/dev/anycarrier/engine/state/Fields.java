package dev.anycarrier.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes a JSON object apart without any leniency. Whatever does not fit is an {@link IllegalArgumentException} that names
 * the member, never its content. Not thread-safe.
 */
final class Fields {

    private final JsonNode object;
    private int taken;

    private Fields(final JsonNode object, final String name) {
        if (!object.isObject()) {
            throw new IllegalArgumentException(name + " is no JSON object");
        }
        this.object = object;
    }

    static Fields of(final JsonNode node, final String name) {
        return new Fields(node, name);
    }

    /** Checks that everything has been taken. */
    void end() {
        if (taken != object.size()) {
            throw new IllegalArgumentException("it has members that this version does not know");
        }
    }

    String text(final String name) {
        return required(name, optionalText(name));
    }

    Optional<String> optionalText(final String name) {
        final Optional<JsonNode> member = take(name);
        member.ifPresent(node -> check(node.isTextual(), name, "a text"));
        return member.map(JsonNode::textValue);
    }

    long number(final String name) {
        return required(name, optionalNumber(name));
    }

    Optional<Long> optionalNumber(final String name) {
        final Optional<JsonNode> member = take(name);
        member.ifPresent(node -> check(node.isIntegralNumber() && node.canConvertToLong(), name, "an integer"));
        return member.map(JsonNode::longValue);
    }

    boolean flag(final String name) {
        final JsonNode node = required(name, take(name));
        check(node.isBoolean(), name, "true or false");
        return node.booleanValue();
    }

    Instant instant(final String name) {
        return required(name, optionalInstant(name));
    }

    Optional<Instant> optionalInstant(final String name) {
        return optionalText(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (final DateTimeException unreadable) {
                throw unfit(name, "an instant");
            }
        });
    }

    Optional<Duration> optionalDuration(final String name) {
        return optionalText(name).map(text -> {
            try {
                return Duration.parse(text);
            } catch (final DateTimeException unreadable) {
                throw unfit(name, "a duration");
            }
        });
    }

    <E extends Enum<E>> E word(final String name, final Class<E> type) {
        final String text = text(name);
        return Stream.of(type.getEnumConstants())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> unfit(name, "a word that this version knows"));
    }

    Optional<Fields> optionalObject(final String name) {
        return take(name).map(node -> new Fields(node, name));
    }

    List<Fields> objects(final String name) {
        final JsonNode node = required(name, take(name));
        check(node.isArray(), name, "a list");
        final List<Fields> elements = new ArrayList<>(node.size());
        node.forEach(element -> elements.add(new Fields(element, "an element of " + name)));
        return elements;
    }

    private Optional<JsonNode> take(final String name) {
        final Optional<JsonNode> member = Optional.ofNullable(object.get(name));
        member.ifPresent(node -> taken++);
        return member;
    }

    private static <T> T required(final String name, final Optional<T> member) {
        return member.orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    private static void check(final boolean fits, final String name, final String expected) {
        if (!fits) {
            throw unfit(name, expected);
        }
    }

    private static IllegalArgumentException unfit(final String name, final String expected) {
        return new IllegalArgumentException(name + " is not " + expected);
    }
}
