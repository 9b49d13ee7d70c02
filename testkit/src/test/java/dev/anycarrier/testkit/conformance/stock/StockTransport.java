package dev.anycarrier.testkit.conformance.stock;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of Feign's own clients as a careful author would put it to use: with timeouts, with the account's proof on each
 * request, and with every failure of the network said in the words of the interface. What it does wrong the client does.
 *
 * @param client the client
 * @param authentication what proves who asks
 */
record StockTransport(Client client, Authentication.Signing authentication) implements Transport {

    private static final Request.Options TIMEOUTS =
            new Request.Options(Duration.ofSeconds(3), Duration.ofSeconds(10), true);

    @Override
    public HttpResponse send(final HttpRequest request) {
        final HttpRequest proven = authentication.apply(request);
        try (Response response = client.execute(translated(proven), TIMEOUTS)) {
            return translated(response);
        } catch (final IOException e) {
            throw UsageException.unavailable(UnavailableCause.NETWORK, "the exchange with the carrier failed")
                    .build();
        }
    }

    private static Request translated(final HttpRequest request) {
        final Map<String, Collection<String>> headers = new LinkedHashMap<>();
        request.headers()
                .forEach((name, value) -> headers.computeIfAbsent(name, first -> new ArrayList<>())
                        .add(value));
        return Request.create(
                Request.HttpMethod.valueOf(request.method()),
                request.uri().toString(),
                headers,
                // To the default client a body, even an empty one, makes a POST of a GET.
                request.body().length == 0 ? Request.Body.empty() : Request.Body.create(request.body()),
                null);
    }

    private static HttpResponse translated(final Response response) throws IOException {
        final HttpHeaders.Builder headers = HttpHeaders.builder();
        response.headers().forEach((name, values) -> List.copyOf(values).forEach(value -> headers.add(name, value)));
        if (response.body() == null) {
            return new HttpResponse(response.status(), headers.build(), new byte[0]);
        }
        try (InputStream body = response.body().asInputStream()) {
            return new HttpResponse(response.status(), headers.build(), body.readAllBytes());
        }
    }
}
