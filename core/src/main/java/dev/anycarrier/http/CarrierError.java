package dev.anycarrier.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a carrier said in an error answer.
 *
 * @param status the HTTP status
 * @param code the carrier's own code as text, or empty if it sent none that is safe to show
 */
public record CarrierError(int status, Optional<String> code) {

    private static final int LARGEST_BODY_READ = 64 * 1024;
    private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{9,}");

    /**
     * Reads the usual envelopes: {@code code}, {@code error} (a text, or an object with a {@code code}),
     * {@code meta.message} and {@code message}, in this order. A body that is no JSON object has no code.
     *
     * <p>A code is one word. A sentence is no code, and a long number may be an echo of what was asked: neither is kept.
     */
    static CarrierError read(final HttpResponse answer) {
        return new CarrierError(answer.status(), body(answer).flatMap(CarrierError::code));
    }

    private static Optional<JsonNode> body(final HttpResponse answer) {
        if (answer.body().length == 0 || answer.body().length > LARGEST_BODY_READ) {
            return Optional.empty();
        }
        try {
            return Optional.of(StrictJson.readTree(answer.body()));
        } catch (final UsageException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<String> code(final JsonNode body) {
        return Stream.of("/code", "/error/code", "/error", "/meta/message", "/message")
                .map(body::at)
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .filter(text -> SHOWABLE.matcher(text).matches())
                .filter(text -> !LONG_NUMBER.matcher(text).find())
                .findFirst();
    }
}
