package dev.anycarrier.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Asks a simulated carrier as plainly as a command-line tool would. */
public final class CarrierTestClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;

    public CarrierTestClient(final URI address) {
        this.address = address;
    }

    public Answer get(final String target, final String... headers) {
        return send(request(target, headers).GET());
    }

    public Answer postForm(final String target, final String form) {
        return send(request(target, "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(final String target, final String... headers) {
        final HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + target));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer send(final HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public record Answer(HttpResponse<String> http) {

        public int status() {
            return http.statusCode();
        }

        public String body() {
            return http.body();
        }

        public Optional<String> header(final String name) {
            return http.headers().firstValue(name);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
