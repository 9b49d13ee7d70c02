package dev.anycarrier.http;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import feign.Client;
import feign.Request;
import feign.Response;
import java.net.URI;
import java.util.Collection;
import java.util.Map;

/** Feign's way to the sending of a {@link CarrierExchange}. Only a good answer gets back to Feign. */
final class TransportFeignClient implements Client {

    private final CarrierExchange exchange;

    TransportFeignClient(final CarrierExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public Response execute(final Request request, final Request.Options options) {
        final HttpResponse answer = exchange.send(translate(request));
        return Response.builder()
                .request(request)
                .status(answer.status())
                .headers(Map.of())
                .body(new AnswerBody(answer))
                .build();
    }

    private static HttpRequest translate(final Request request) {
        final HttpRequest translated =
                HttpRequest.of(request.httpMethod().name(), URI.create(request.url()), translate(request.headers()));
        return request.body() == null ? translated : translated.withBody(request.body());
    }

    /** Feign's headers in their order, but for the length: the transport frames the body itself. */
    static HttpHeaders translate(final Map<String, Collection<String>> headers) {
        final HttpHeaders.Builder translated = HttpHeaders.builder();
        for (final var header : headers.entrySet()) {
            for (final String value : header.getValue()) {
                if (!header.getKey().equalsIgnoreCase("Content-Length")) {
                    translated.add(header.getKey(), value);
                }
            }
        }
        return translated.build();
    }
}
