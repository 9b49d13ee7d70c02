package dev.anycarrier.simulation.fault;

import dev.anycarrier.spi.HttpRequest;
import java.nio.charset.StandardCharsets;

/**
 * A request as the carrier saw it.
 *
 * @param at when it was written, in nanoseconds of virtual time since the scene began
 * @param account whose wire it came over
 * @param request what was sent
 */
record Received(long at, String account, HttpRequest request) {

    String path() {
        return request.uri().getPath();
    }

    String query() {
        return String.valueOf(request.uri().getRawQuery());
    }

    boolean isForToken() {
        return path().endsWith("/token");
    }

    String authorization() {
        return request.headers().first("Authorization").orElse("");
    }

    String body() {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
