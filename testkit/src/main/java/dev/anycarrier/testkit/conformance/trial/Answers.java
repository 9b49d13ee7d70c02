package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Answers that a carrier, or something in front of it, might give. */
public final class Answers {

    private Answers() {}

    public static HttpResponse json(final int status, final String body) {
        return of(status, "application/json", body);
    }

    public static HttpResponse of(final int status, final String type, final String body) {
        return new HttpResponse(
                status, HttpHeaders.none().with("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpResponse empty(final int status) {
        return new HttpResponse(status, HttpHeaders.none(), new byte[0]);
    }

    public static HttpResponse withHeader(final HttpResponse answer, final String name, final String value) {
        return new HttpResponse(answer.status(), answer.headers().with(name, value), answer.body());
    }

    public static HttpResponse withStatus(final int status, final HttpResponse answer) {
        return new HttpResponse(status, answer.headers(), answer.body());
    }

    public static HttpResponse withBody(final HttpResponse answer, final String body) {
        return new HttpResponse(answer.status(), answer.headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    public static String body(final HttpResponse answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
