package dev.anycarrier.testkit.conformance.vector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.testkit.conformance.vector.BodyChange.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The same JSON in another shape. */
final class Reshaping {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final long HUGE = 1_000_000_000_000_000_000L;
    private static final int ENDLESS = 100 << 10;

    private final Shape shape;

    private Reshaping(final Shape shape) {
        this.shape = shape;
    }

    static byte[] of(final byte[] body, final Shape shape) {
        try {
            final JsonNode document = MAPPER.readTree(body);
            return (switch (shape) {
                        case WHOLE_IN_ARRAY -> NODES.arrayNode().add(document);
                        case WHOLE_IN_TEXT -> NODES.textNode(new String(body, UTF_8));
                        default -> new Reshaping(shape).node(document);
                    })
                    .toString()
                    .getBytes(UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException("the carrier's happy answer is no JSON", e);
        }
    }

    private JsonNode node(final JsonNode node) {
        if (node instanceof ObjectNode object) {
            final ObjectNode changed = NODES.objectNode();
            object.properties().forEach(field -> {
                final JsonNode value = node(field.getValue());
                if (!value.isMissingNode()) {
                    changed.set(field.getKey(), value);
                }
            });
            return shape == Shape.EACH_OBJECT_IN_ARRAY ? NODES.arrayNode().add(changed) : changed;
        }
        if (node instanceof ArrayNode array) {
            final ArrayNode changed = NODES.arrayNode();
            array.forEach(element -> changed.add(node(element)));
            return changed;
        }
        return node.isNull() ? node : value(node);
    }

    private JsonNode value(final JsonNode value) {
        return switch (shape) {
            case EACH_VALUE_NULL -> NODES.nullNode();
            case EACH_VALUE_EMPTY -> NODES.textNode("");
            case EACH_VALUE_IN_ARRAY -> NODES.arrayNode().add(value);
            case EACH_VALUE_AN_OBJECT -> NODES.objectNode();
            default -> value.isTextual() ? text(value) : value.isNumber() ? number(value) : value;
        };
    }

    private JsonNode text(final JsonNode text) {
        return switch (shape) {
            case EACH_TEXT_NULL -> NODES.nullNode();
            case EACH_TEXT_EMPTY -> NODES.textNode("");
            case EACH_TEXT_BROKEN -> NODES.textNode(text.textValue() + "\r\nX-Kit: 1");
            case EACH_TEXT_ENDLESS -> NODES.textNode("x".repeat(ENDLESS));
            default -> text;
        };
    }

    private JsonNode number(final JsonNode number) {
        return switch (shape) {
            case EACH_NUMBER_ZERO -> NODES.numberNode(0);
            case EACH_NUMBER_NEGATIVE -> NODES.numberNode(-1);
            case EACH_NUMBER_A_TEXT -> NODES.textNode("soon");
            case EACH_NUMBER_HUGE -> NODES.numberNode(HUGE);
            case NO_NUMBERS -> MissingNode.getInstance();
            default -> number;
        };
    }
}
