package dev.anycarrier.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What a token endpoint gave.
 *
 * @param token the token, or empty if there is none
 * @param seconds how long it may be used, or 0 if that is not said or makes no sense
 */
record TokenAnswer(String token, long seconds) {

    private static final JsonNames FIELDS = JsonNames.of("access_token", "expires_in");

    /**
     * Reads an answer, its status already found good.
     *
     * @param wrapper the path of the object that holds the token, as a JSON pointer
     * @throws UsageException if it is not JSON
     */
    static TokenAnswer read(final CarrierExchange exchange, final HttpResponse answer, final String wrapper) {
        return asUsual(answer, wrapper)
                .orElseGet(() -> of(((JsonNode) exchange.read(answer, JsonNode.class)).at(wrapper)));
    }

    /** Read without Jackson, which takes long to get going; empty if it is not as every carrier has it. */
    private static Optional<TokenAnswer> asUsual(final HttpResponse answer, final String wrapper) {
        try {
            final JsonScanner json = JsonScanner.of(answer, unknown -> {});
            final List<String> path = Arrays.asList(wrapper.split("/", -1));
            final TokenAnswer read = read(json, path.subList(1, path.size()).iterator());
            json.end();
            return Optional.of(read).filter(there -> !there.token.isEmpty() && !json.mayHaveSkippedRepeatedNames());
        } catch (final UsageException | IllegalArgumentException unusual) {
            return Optional.empty();
        }
    }

    private static TokenAnswer read(final JsonScanner json, final Iterator<String> path) {
        if (!path.hasNext()) {
            return read(json);
        }
        TokenAnswer read = new TokenAnswer("", 0);
        json.beginObject(JsonNames.of(path.next()));
        for (int field = json.nextField(); field != JsonScanner.END; field = json.nextField()) {
            if (field == 0) {
                read = read(json, path);
            } else {
                json.skip();
            }
        }
        return read;
    }

    private static TokenAnswer read(final JsonScanner json) {
        String token = "";
        long seconds = 0;
        json.beginObject(FIELDS);
        for (int field = json.nextField(); field != JsonScanner.END; field = json.nextField()) {
            switch (field) {
                case 0 -> token = json.text().text();
                case 1 -> seconds = Math.max(0, json.wholeNumber());
                default -> json.skip();
            }
        }
        return new TokenAnswer(token, seconds);
    }

    private static TokenAnswer of(final JsonNode answer) {
        final JsonNode token = answer.path("access_token");
        final JsonNode seconds = answer.path("expires_in");
        final boolean makesSense =
                seconds.isIntegralNumber() && seconds.bigIntegerValue().signum() > 0;
        return new TokenAnswer(
                token.isTextual() ? token.textValue() : "",
                makesSense ? (seconds.canConvertToLong() ? seconds.longValue() : Long.MAX_VALUE) : 0);
    }

    /** What it holds is secret. */
    @Override
    public String toString() {
        return "TokenAnswer";
    }
}
