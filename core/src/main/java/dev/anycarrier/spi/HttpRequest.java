package dev.anycarrier.spi;

import java.net.URI;
import java.util.Objects;

/**
 * A request to a carrier. Immutable; {@link #toString()} shows neither headers' values, nor query, nor body, nor the
 * path, since a path holds a SIM's identifier.
 */
public final class HttpRequest {

    private static final byte[] NO_BODY = {};

    private final String method;
    private final URI uri;
    private final HttpHeaders headers;
    private final byte[] body;

    private HttpRequest(final String method, final URI uri, final HttpHeaders headers, final byte[] body) {
        this.method = Objects.requireNonNull(method, "method");
        this.uri = Objects.requireNonNull(uri, "uri");
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = body;
    }

    /** A request without a body. */
    public static HttpRequest of(final String method, final URI uri) {
        return of(method, uri, HttpHeaders.none());
    }

    /** A request with these headers and without a body. */
    public static HttpRequest of(final String method, final URI uri, final HttpHeaders headers) {
        return new HttpRequest(method, uri, headers, NO_BODY);
    }

    /** The method, such as {@code GET}. */
    public String method() {
        return method;
    }

    /** The absolute target. */
    public URI uri() {
        return uri;
    }

    /** The headers that the provider set; the transport adds those of the connection. */
    public HttpHeaders headers() {
        return headers;
    }

    /** A copy of the body; empty if there is none. */
    public byte[] body() {
        return body.clone();
    }

    /** This request with one more header. */
    public HttpRequest withHeader(final String name, final String value) {
        return new HttpRequest(method, uri, headers.with(name, value), body);
    }

    /** This request with this header alone of its name. */
    public HttpRequest withOnlyHeader(final String name, final String value) {
        return new HttpRequest(method, uri, headers.without(name).with(name, value), body);
    }

    /** This request with a body. */
    public HttpRequest withBody(final byte[] newBody) {
        return new HttpRequest(method, uri, headers, newBody.clone());
    }

    /** Method and origin only. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + "/…";
    }
}
