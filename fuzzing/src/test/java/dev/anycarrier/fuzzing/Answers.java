package dev.anycarrier.fuzzing;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Answers of a carrier, made of raw input. */
final class Answers {

    private static final HttpHeaders JSON = HttpHeaders.none().with("Content-Type", "application/json");
    private static final int[] STATUSES = {
        200, 400, 401, 403, 404, 409, 410, 418, 422, 429, 500, 502, 503, 204, 302, 599
    };

    private Answers() {}

    /** A good answer with this body. */
    static HttpResponse good(final byte[] body) {
        return new HttpResponse(200, JSON, body);
    }

    /** A good answer with this body. */
    static HttpResponse good(final String body) {
        return good(body.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer whose status the first byte chooses: {@code A} to {@code P} read well. The rest is its body. */
    static HttpResponse any(final byte[] input) {
        return input.length == 0
                ? new HttpResponse(204, HttpHeaders.none(), input)
                : new HttpResponse(
                        STATUSES[Math.floorMod(input[0] - 'A', STATUSES.length)],
                        JSON,
                        Arrays.copyOfRange(input, 1, input.length));
    }
}
