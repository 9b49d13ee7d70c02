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
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What Jackson does for {@link StrictJson}; a class of its own, since it takes long to get going and many need nothing of it. */
final class JacksonReader {

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

    private JacksonReader() {}

    /** Reads a document. */
    static Object read(final byte[] body, final Type type) {
        return read(body, reader(type));
    }

    /** The same, with the fields that the type does not declare reported. */
    static Object read(final byte[] body, final Type type, final ProviderEvents events) {
        final UnknownFieldCounter.Count unknown = new UnknownFieldCounter.Count();
        final Object value = read(body, reader(type).withAttribute(UnknownFieldCounter.Count.class, unknown));
        if (unknown.fields() > 0) {
            events.unknownFields(unknown.fields());
        }
        return value;
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
        } catch (final NumberFormatException e) {
            // Jackson lets it through where a tree is read and the exponent of a number has too many digits.
            throw JsonRules.notPromised("");
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
