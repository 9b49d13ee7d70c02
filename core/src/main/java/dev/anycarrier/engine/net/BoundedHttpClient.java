package dev.anycarrier.engine.net;

import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.Map;

/** A first, plain way to the wire. */
public final class BoundedHttpClient implements AutoCloseable {

    private final HttpClientOptions options;

    /** A client. */
    public BoundedHttpClient(final HttpClientOptions options, final TimeSource time, final NameResolver resolver) {
        this.options = options;
    }

    /** Sends a request. */
    public HttpResponse send(final HttpRequest request, final long deadline) {
        try {
            final HttpURLConnection connection =
                    (HttpURLConnection) request.uri().toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout((int) options.connectTimeout().toMillis());
            connection.setReadTimeout(10_000);
            connection.setRequestMethod(request.method());
            connection.setRequestProperty("User-Agent", options.userAgent());
            request.headers().forEach(connection::setRequestProperty);
            if (request.body().length > 0) {
                connection.setDoOutput(true);
                connection.getOutputStream().write(request.body());
            }
            final int status = connection.getResponseCode();
            HttpHeaders headers = HttpHeaders.none();
            for (final Map.Entry<String, java.util.List<String>> field :
                    connection.getHeaderFields().entrySet()) {
                for (final String value : field.getValue()) {
                    headers = field.getKey() == null ? headers : headers.with(field.getKey(), value);
                }
            }
            try (InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
                return new HttpResponse(status, headers, body == null ? new byte[0] : body.readAllBytes());
            }
        } catch (final IOException e) {
            throw UsageException.unavailable(
                            UnavailableCause.NETWORK, e.getClass().getSimpleName())
                    .build();
        }
    }

    @Override
    public void close() {}
}
