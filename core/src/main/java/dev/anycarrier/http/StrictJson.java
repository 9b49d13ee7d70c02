package dev.anycarrier.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.RawJson;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads JSON without the leniency that turns broken data into zero.
 *
 * <p>Refused with {@link Kind#INVALID_DATA} and the field's name: no body, {@code null} as the whole document, duplicate
 * keys, anything after the document, a missing or null field that is declared {@code required}, a null in a list or map, a
 * text where a number or a flag is declared and the other way round, a fraction for an integer, an empty text for anything
 * but a text, bytes that are not UTF-8, whatever charset the answer declares (RFC 8259, 8.1; a byte order mark is skipped).
 * Unknown fields are ignored and counted. A document beyond the bounds on depth, length of names, numbers and texts, or
 * number of tokens is {@link Kind#TOO_LARGE}. A media type that is not JSON is {@link Kind#PROTOCOL}: a login page is not
 * the carrier.
 *
 * <p>Wire types are records with {@code @JsonProperty} components, boxed where optional.
 */
public final class StrictJson {

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(JsonRules.DEEPEST)
            .maxNumberLength(JsonRules.LONGEST_NUMBER)
            .maxStringLength(JsonRules.LONGEST_TEXT)
            .maxNameLength(JsonRules.LONGEST_NAME)
            .maxTokenCount(JsonRules.MOST_TOKENS)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(BOUNDS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    // UTF-16 is valid UTF-8 with zeros in between: guessing would accept it.
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    // Names that a carrier makes up must not stay in the JVM's table of strings.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfigDefaults(config -> {
                for (final CoercionInputShape shape : new CoercionInputShape[] {
                    CoercionInputShape.EmptyString, CoercionInputShape.EmptyArray, CoercionInputShape.EmptyObject
                }) {
                    config.setCoercion(shape, CoercionAction.Fail);
                }
            })
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .addHandler(new UnknownFieldCounter())
            .build();

    private static final Map<Type, ObjectReader> READERS = new ConcurrentHashMap<>();

    private StrictJson() {}

    /**
     * Reads an answer's body. {@link RawJson} keeps the text of any one document; {@link JsonNode} reads it as a tree.
     *
     * @param answer a carrier's answer, its status already found good
     * @param type what to read it as
     * @param events where unknown fields are reported
     */
    static Object read(final HttpResponse answer, final Type type, final ProviderEvents events) {
        JsonRules.requireJson(answer);
        final byte[] body = answer.body();
        if (type == RawJson.class) {
            readTree(body);
            final int start = JsonRules.afterByteOrderMark(body);
            return new RawJson(new String(body, start, body.length - start, StandardCharsets.UTF_8));
        }
        if (type == JsonNode.class) {
            return readTree(body);
        }
        final UnknownFieldCounter.Count unknown = new UnknownFieldCounter.Count();
        final Object value = read(body, reader(type).withAttribute(UnknownFieldCounter.Count.class, unknown));
        if (unknown.fields() > 0) {
            events.unknownFields(unknown.fields());
        }
        return value;
    }

    /**
     * Reads a kept document as a tree, for answers whose shape the carrier does not publish.
     *
     * @throws UsageException as the class says
     */
    public static JsonNode tree(final RawJson document) {
        return readTree(document.json().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads any one JSON document as a tree.
     *
     * @throws UsageException as the class says
     */
    static JsonNode readTree(final byte[] body) {
        return (JsonNode) read(body, reader(JsonNode.class));
    }

    /** Gets ready to read answers of a type, so that the first one need not wait for that. */
    static void prepare(final Type type) {
        if (type != HttpResponse.class && type != RawJson.class) {
            reader(type);
        }
    }

    private static ObjectReader reader(final Type type) {
        return READERS.computeIfAbsent(type, missing -> MAPPER.readerFor(MAPPER.constructType(missing)));
    }

    private static Object read(final byte[] body, final ObjectReader reader) {
        JsonRules.requireText(body);
        final Object value;
        try {
            final int start = JsonRules.afterByteOrderMark(body);
            value = reader.readValue(body, start, body.length - start);
        } catch (final StreamConstraintsException e) {
            throw JsonRules.tooLarge();
        } catch (final JacksonException e) {
            throw problem(e);
        } catch (final IOException e) {
            throw InvalidData.of("the answer is not readable JSON");
        } catch (final StackOverflowError e) {
            throw UsageException.of(Kind.TOO_LARGE, "the JSON document is nested too deeply")
                    .build();
        }
        if (value == null || (value instanceof JsonNode node && (node.isNull() || node.isMissingNode()))) {
            throw JsonRules.nothing();
        }
        return value;
    }

    private static UsageException problem(final JacksonException failure) {
        if (failure instanceof JsonMappingException mapping) {
            if (mapping.getCause() instanceof UsageException usageFailure) {
                return usageFailure;
            }
            if (mapping.getCause() instanceof StreamConstraintsException) {
                return JsonRules.tooLarge();
            }
            final String field = path(mapping);
            if (!field.isEmpty()) {
                return JsonRules.notPromisedField(field);
            }
        }
        return JsonRules.notPromised(
                failure.getLocation() == null
                        ? ""
                        : JsonRules.nearByte(failure.getLocation().getByteOffset()));
    }

    private static String path(final JsonMappingException failure) {
        final JsonPath path = new JsonPath();
        for (final JsonMappingException.Reference reference : failure.getPath()) {
            if (reference.getFieldName() == null) {
                path.element(reference.getIndex());
            } else {
                path.name(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
