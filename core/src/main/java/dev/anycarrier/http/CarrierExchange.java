package dev.anycarrier.http;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageException;
import java.lang.reflect.Type;

/** What every call of a carrier's interface ends in, whoever made its request: one exchange, and reading its answer. */
final class CarrierExchange {

    private static final int OK = 200;

    private final Transport transport;
    private final StandardErrors errors;
    private final ProviderEvents events;

    CarrierExchange(final Transport transport, final StandardErrors errors, final ProviderEvents events) {
        this.transport = transport;
        this.errors = errors;
        this.events = events;
    }

    /** Sends a request. Only a good answer comes back. */
    HttpResponse send(final HttpRequest request) {
        final HttpResponse answer = transport.send(request);
        if (answer.status() != OK) {
            throw errors.read(answer);
        }
        return answer;
    }

    /** Reads a good answer by {@link StrictJson}; for a method that returns {@link HttpResponse}, it is the value. */
    Object read(final HttpResponse answer, final Type type) {
        if (type == HttpResponse.class) {
            return answer;
        }
        try {
            return StrictJson.read(answer, type, events);
        } catch (final UsageException failure) {
            throw failure;
        } catch (final RuntimeException failure) {
            // Foreign exceptions may repeat what the carrier sent, so nothing of them is kept.
            throw InvalidData.of("the answer could not be read (DecodeException)");
        }
    }
}
