package dev.anycarrier.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.RawJson;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
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
 * <p>Wire types are records with {@code @JsonProperty} components, boxed where optional. Where they have nothing else that
 * Jackson would heed, and their package is open to this module too, answers that are as promised are read without it.
 */
public final class StrictJson {

    private static final Map<Type, Optional<ValueReader>> PLAIN = new ConcurrentHashMap<>();

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
        final Optional<ValueReader> plain = plain(type);
        final Optional<Object> value = plain.isPresent() ? asPromised(answer, plain.get(), events) : Optional.empty();
        return value.isPresent() ? value.get() : JacksonReader.read(body, type, events);
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
        return (JsonNode) JacksonReader.read(body, JsonNode.class);
    }

    /**
     * Gets ready to read answers of a type without Jackson, if they can be. Jackson gets going with the first answer that
     * needs it: it takes long, and many never ask for such a one.
     */
    static void prepare(final Type type) {
        plain(type);
    }

    /** Read without Jackson, which takes long to get going; empty if it is not certain that it would read the same. */
    static Optional<Object> asPromised(
            final HttpResponse answer, final ValueReader plain, final ProviderEvents events) {
        try {
            final JsonScanner json = JsonScanner.of(answer, events);
            final Object value = plain.read(json);
            if (json.mayHaveSkippedRepeatedNames()) {
                return Optional.empty();
            }
            json.end();
            return Optional.of(value);
        } catch (final UsageException notAsPromised) {
            return Optional.empty();
        }
    }

    private static Optional<ValueReader> plain(final Type type) {
        return PLAIN.computeIfAbsent(type, PlainRecords::reader);
    }
}
