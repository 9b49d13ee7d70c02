package dev.anycarrier.simulation.fault;

import dev.anycarrier.spi.HttpHeaders;
import java.time.Duration;

/**
 * What a carrier of a scene does with a request.
 *
 * @param kind whether there is an answer at all
 * @param status its status
 * @param headers its headers
 * @param body its body, in UTF-8
 * @param delay how long after the request it comes
 */
record Reply(Kind kind, int status, HttpHeaders headers, String body, Duration delay) {

    enum Kind {
        /** An answer. */
        ANSWER,
        /** No connection: the request never leaves. */
        REFUSED,
        /** The connection breaks after the request was written. */
        RESET,
        /** Nothing, until the attempt's time is over. */
        SILENCE
    }

    static Reply of(final int status, final String body) {
        return new Reply(
                Kind.ANSWER,
                status,
                HttpHeaders.none().with("Content-Type", "application/json"),
                body,
                Duration.ofMillis(20));
    }

    static Reply ok(final String body) {
        return of(200, body);
    }

    static Reply refused() {
        return new Reply(Kind.REFUSED, 0, HttpHeaders.none(), "", Duration.ofMillis(1));
    }

    static Reply reset() {
        return new Reply(Kind.RESET, 0, HttpHeaders.none(), "", Duration.ofMillis(20));
    }

    static Reply silence() {
        return new Reply(Kind.SILENCE, 0, HttpHeaders.none(), "", Duration.ZERO);
    }

    Reply with(final String header, final String value) {
        return new Reply(kind, status, headers.with(header, value), body, delay);
    }

    Reply after(final Duration newDelay) {
        return new Reply(kind, status, headers, body, newDelay);
    }

    /** Airalo's and PressOne's answer about a SIM with that much data left of 2 GB, in MB. */
    static Reply balance(final int remaining) {
        return ok("{\"data\":{\"remaining\":" + remaining + ",\"total\":2048,\"expired_at\":\"2027-01-01 00:00:00\","
                + "\"is_unlimited\":false,\"status\":\"ACTIVE\",\"remaining_voice\":0,\"remaining_text\":0,"
                + "\"total_voice\":0,\"total_text\":0},\"meta\":{\"message\":\"success\"}}");
    }

    /** Airalo's and PressOne's answer with an access token. */
    static Reply token(final String token, final Duration lifetime) {
        return ok("{\"data\":{\"token_type\":\"Bearer\",\"expires_in\":" + lifetime.toSeconds() + ",\"access_token\":\""
                + token + "\"},\"meta\":{\"message\":\"success\"}}");
    }
}
