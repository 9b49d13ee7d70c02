package dev.anycarrier.spi;

import java.util.Objects;

/**
 * A carrier's whole answer. Immutable; {@link #toString()} shows the status and the length of the body, never its
 * content.
 */
public final class HttpResponse {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    /**
     * An answer.
     *
     * @param status the status code
     * @param headers its headers
     * @param body its body with content encoding undone; not copied, so the caller must not change it afterwards
     */
    public HttpResponse(final int status, final HttpHeaders headers, final byte[] body) {
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = Objects.requireNonNull(body, "body");
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The headers. */
    public HttpHeaders headers() {
        return headers;
    }

    /** The body with content encoding undone; empty if there is none. Not a copy: it must not be changed. */
    public byte[] body() {
        return body;
    }

    /** Status and length only. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
