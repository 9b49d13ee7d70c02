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
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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
            .maxNestingDepth(64)
            .maxNumberLength(5_000)
            .maxStringLength(1_000_000)
            .maxNameLength(256)
            .maxTokenCount(500_000)
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

    private static final int LARGEST_SCRATCH = 4096;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

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
        requireJson(answer);
        final byte[] body = answer.body();
        if (type == RawJson.class) {
            readTree(body);
            final int start = afterByteOrderMark(body);
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

    private static ObjectReader reader(final Type type) {
        return READERS.computeIfAbsent(type, missing -> MAPPER.readerFor(MAPPER.constructType(missing)));
    }

    private static Object read(final byte[] body, final ObjectReader reader) {
        if (body.length == 0) {
            throw InvalidData.of("the answer has no body");
        }
        requireUtf8(body);
        final Object value;
        try {
            final int start = afterByteOrderMark(body);
            value = reader.readValue(body, start, body.length - start);
        } catch (final StreamConstraintsException e) {
            throw UsageException.of(Kind.TOO_LARGE, "the JSON document passes a bound on depth, length or tokens")
                    .build();
        } catch (final JacksonException e) {
            throw problem(e);
        } catch (final IOException e) {
            throw InvalidData.of("the answer is not readable JSON");
        } catch (final StackOverflowError e) {
            throw UsageException.of(Kind.TOO_LARGE, "the JSON document is nested too deeply")
                    .build();
        }
        if (value == null || (value instanceof JsonNode node && (node.isNull() || node.isMissingNode()))) {
            throw InvalidData.of("the answer is the JSON value null");
        }
        return value;
    }

    private static UsageException problem(final JacksonException failure) {
        if (failure instanceof JsonMappingException mapping) {
            if (mapping.getCause() instanceof UsageException usageFailure) {
                return usageFailure;
            }
            if (mapping.getCause() instanceof StreamConstraintsException) {
                return UsageException.of(Kind.TOO_LARGE, "the JSON document passes a bound on depth, length or tokens")
                        .build();
            }
            final String field = path(mapping);
            if (!field.isEmpty()) {
                return InvalidData.field(field, "is missing, null, or not of the promised type");
            }
        }
        final String place = failure.getLocation() == null
                ? ""
                : " near byte " + Math.max(0, failure.getLocation().getByteOffset());
        return InvalidData.of("the answer is not the promised JSON document" + place);
    }

    private static String path(final JsonMappingException failure) {
        return failure.getPath().stream()
                .map(reference -> Optional.ofNullable(reference.getFieldName())
                        .map(StrictJson::showable)
                        .map(name -> "." + name)
                        .orElse("[" + reference.getIndex() + "]"))
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** A field's name comes from the carrier too, when it is a map's key. */
    private static String showable(final String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]{0,63}") ? name : "…";
    }

    private static void requireJson(final HttpResponse answer) {
        final String type = answer.headers()
                .first("Content-Type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
        final boolean json = type.isEmpty()
                || type.equals("application/json")
                || type.equals("text/json")
                || type.equals("text/plain")
                || type.endsWith("+json");
        if (!json) {
            throw UsageException.of(Kind.PROTOCOL, "the answer is not JSON but another media type")
                    .status(answer.status())
                    .build();
        }
    }

    private static int afterByteOrderMark(final byte[] body) {
        final int length = BYTE_ORDER_MARK.length;
        return body.length >= length && Arrays.equals(body, 0, length, BYTE_ORDER_MARK, 0, length) ? length : 0;
    }

    private static void requireUtf8(final byte[] body) {
        final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        final ByteBuffer unread = ByteBuffer.wrap(body);
        final CharBuffer scratch = CharBuffer.allocate(Math.min(body.length, LARGEST_SCRATCH));
        CoderResult result = decoder.decode(unread, scratch, true);
        while (result.isOverflow()) {
            scratch.clear();
            result = decoder.decode(unread, scratch, true);
        }
        if (result.isError()) {
            throw InvalidData.of("the answer is not UTF-8");
        }
    }
}
