package dev.anycarrier.simulation.fleet;

import dev.anycarrier.spi.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a carrier reads it.
 *
 * @param purpose what it is for
 * @param sim the SIM in its path
 * @param authorization the value of {@code Authorization}, or empty text
 * @param parameters those of the query, or of the form of a token request
 */
record CarrierRequest(Purpose purpose, Optional<String> sim, String authorization, Map<String, String> parameters) {

    static CarrierRequest of(final HttpRequest request, final Dialect dialect) {
        final String path = request.uri().getRawPath();
        final Purpose purpose = dialect.purpose(request.method(), path);
        final String encoded = purpose == Purpose.TOKEN
                ? new String(request.body(), StandardCharsets.UTF_8)
                : Optional.ofNullable(request.uri().getRawQuery()).orElse("");
        return new CarrierRequest(
                purpose,
                dialect.sim(purpose, path),
                request.headers().first("Authorization").orElse(""),
                decode(encoded));
    }

    String parameter(final String name) {
        return parameters.getOrDefault(name, "");
    }

    private static Map<String, String> decode(final String encoded) {
        final Map<String, String> decoded = new LinkedHashMap<>();
        for (final String pair : encoded.split("&", -1)) {
            final int equals = pair.indexOf('=');
            if (equals > 0) {
                decoded.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return decoded;
    }
}
