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
    private final URI address;
    private final String target;
    private final HttpHeaders headers;
    private final byte[] body;

    private HttpRequest(
            final String method, final URI address, final String target, final HttpHeaders headers, final byte[] body) {
        this.method = Objects.requireNonNull(method, "method");
        this.address = Objects.requireNonNull(address, "address");
        this.target = Objects.requireNonNull(target, "target");
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = body;
    }

    /** A request without a body. */
    public static HttpRequest of(final String method, final URI uri) {
        return of(method, uri, HttpHeaders.none());
    }

    /** A request with these headers and without a body. */
    public static HttpRequest of(final String method, final URI uri, final HttpHeaders headers) {
        final String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        final String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return of(method, uri, (path.isEmpty() ? "/" : path) + query, headers);
    }

    /**
     * The same for one of many requests to the same place, whose address need not be read anew for each.
     *
     * @param address an absolute address, of which scheme, host and port count
     * @param target path and query as they are sent (the origin-form of RFC 9112, 3.2.1)
     */
    public static HttpRequest of(
            final String method, final URI address, final String target, final HttpHeaders headers) {
        return new HttpRequest(method, address, target, headers, NO_BODY);
    }

    /** The method, such as {@code GET}. */
    public String method() {
        return method;
    }

    /**
     * The absolute target; put together when it is asked for.
     *
     * @throws IllegalArgumentException if {@link #target()} can be no part of an address
     */
    public URI uri() {
        return URI.create(origin() + target);
    }

    /** An address with the scheme, host and port that the request goes to, whatever its path. */
    public URI address() {
        return address;
    }

    /** Path and query as they are sent; the path is {@code /} at least. */
    public String target() {
        return target;
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
        return new HttpRequest(method, address, target, headers.with(name, value), body);
    }

    /** This request with this header alone of its name. */
    public HttpRequest withOnlyHeader(final String name, final String value) {
        return new HttpRequest(method, address, target, headers.withOnly(name, value), body);
    }

    /** This request with a body. */
    public HttpRequest withBody(final byte[] newBody) {
        return new HttpRequest(method, address, target, headers, newBody.clone());
    }

    /** Method and origin only. */
    @Override
    public String toString() {
        return method + " " + origin() + "/…";
    }

    private String origin() {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
