package dev.anycarrier.http;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Transport;
import feign.Client;
import feign.Request;
import feign.Response;
import java.net.URI;
import java.util.Map;

/** Carries Feign's requests over the engine's transport. Only a good answer gets back to Feign. */
final class TransportFeignClient implements Client {

    private static final int OK = 200;

    private final Transport transport;
    private final StandardErrors errors;

    TransportFeignClient(final Transport transport, final StandardErrors errors) {
        this.transport = transport;
        this.errors = errors;
    }

    @Override
    public Response execute(final Request request, final Request.Options options) {
        final HttpResponse answer = transport.send(translate(request));
        if (answer.status() != OK) {
            throw errors.read(answer);
        }
        return Response.builder()
                .request(request)
                .status(answer.status())
                .headers(Map.of())
                .body(new AnswerBody(answer))
                .build();
    }

    private static HttpRequest translate(final Request request) {
        HttpRequest translated = HttpRequest.of(request.httpMethod().name(), URI.create(request.url()));
        for (final var header : request.headers().entrySet()) {
            for (final String value : header.getValue()) {
                // The transport frames the body itself.
                if (!header.getKey().equalsIgnoreCase("Content-Length")) {
                    translated = translated.withHeader(header.getKey(), value);
                }
            }
        }
        return request.body() == null ? translated : translated.withBody(request.body());
    }
}
