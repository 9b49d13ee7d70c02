package dev.anycarrier.engine.net;

import dev.anycarrier.spi.HttpHeaders;
import java.util.Locale;

/**
 * Status line and header fields of a final answer.
 *
 * @param minorVersion 1 for HTTP/1.1, 0 for HTTP/1.0
 */
record ResponseHead(int minorVersion, int status, HttpHeaders headers) {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int MISDIRECTED_REQUEST = 421;

    /** Whether an answer of this status may have a body, if the request's method lets it. */
    boolean mayHaveBody() {
        return status != NO_CONTENT && status != NOT_MODIFIED;
    }

    /** Whether the connection may serve another request after this answer. */
    boolean keepsConnection() {
        return minorVersion == 1 && status != REQUEST_TIMEOUT && status != MISDIRECTED_REQUEST && !saysClose();
    }

    private boolean saysClose() {
        for (final String value : headers.all("Connection")) {
            if (value.toLowerCase(Locale.ROOT).contains("close")) {
                return true;
            }
        }
        return false;
    }
}
