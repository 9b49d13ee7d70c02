package dev.anycarrier.testkit.conformance.trial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.testkit.fault.ReceivedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Sends requests on to a server as they came.
 *
 * @param origin the server
 */
public record Forwarding(URI origin) {

    /** One for all: each would keep threads of its own. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What belongs to one connection and not to the request or the answer. */
    private static final Set<String> OF_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");

    public HttpResponse forward(final ReceivedRequest request) {
        final HttpRequest.Builder onward = HttpRequest.newBuilder(origin.resolve(request.target()))
                .method(request.method(), BodyPublishers.ofString(request.body(), ISO_8859_1));
        request.headers().forEach((name, value) -> {
            if (!isOfConnection(name)) {
                onward.header(name, value);
            }
        });
        try {
            return received(CLIENT.send(onward.build(), BodyHandlers.ofByteArray()));
        } catch (final IOException e) {
            throw new UncheckedIOException("the simulated carrier does not answer", e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while the simulated carrier was asked", e));
        }
    }

    private static HttpResponse received(final java.net.http.HttpResponse<byte[]> answer) {
        HttpHeaders headers = HttpHeaders.none();
        for (final Map.Entry<String, List<String>> header :
                answer.headers().map().entrySet()) {
            if (!isOfConnection(header.getKey())) {
                for (final String value : header.getValue()) {
                    headers = headers.with(header.getKey(), value);
                }
            }
        }
        return new HttpResponse(answer.statusCode(), headers, answer.body());
    }

    private static boolean isOfConnection(final String name) {
        return OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT));
    }
}
