package dev.anycarrier.http;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderEvents;
import feign.Response;
import feign.codec.Decoder;
import java.lang.reflect.Type;

/** Feign's way into {@link StrictJson}, and past it for a method that returns the whole {@link HttpResponse}. */
final class StrictJsonDecoder implements Decoder {

    private final ProviderEvents events;

    StrictJsonDecoder(final ProviderEvents events) {
        this.events = events;
    }

    @Override
    public Object decode(final Response response, final Type type) {
        final HttpResponse answer = ((AnswerBody) response.body()).answer();
        return type == HttpResponse.class ? answer : StrictJson.read(answer, type, events);
    }
}
