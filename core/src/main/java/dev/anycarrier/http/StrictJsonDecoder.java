package dev.anycarrier.http;

import feign.Response;
import feign.codec.Decoder;
import java.lang.reflect.Type;

/** Feign's way to the reading of a {@link CarrierExchange}. */
final class StrictJsonDecoder implements Decoder {

    private final CarrierExchange exchange;

    StrictJsonDecoder(final CarrierExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public Object decode(final Response response, final Type type) {
        return exchange.read(((AnswerBody) response.body()).answer(), type);
    }
}
