package dev.anycarrier.http;

import dev.anycarrier.spi.HttpRequest;
import feign.InvocationHandlerFactory.MethodHandler;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A method of a carrier's interface whose requests are made from a pattern. A call with arguments that the pattern does
 * not know how to write goes through Feign's own handler.
 */
final class PreparedMethod implements MethodHandler {

    private static final Object[] NO_ARGUMENTS = {};

    private final RequestPattern pattern;
    private final CarrierExchange exchange;
    private final Type answerType;
    private final MethodHandler feign;

    PreparedMethod(
            final RequestPattern pattern,
            final CarrierExchange exchange,
            final Type answerType,
            final MethodHandler feign) {
        this.pattern = pattern;
        this.exchange = exchange;
        this.answerType = answerType;
        this.feign = feign;
    }

    @Override
    public Object invoke(final @Nullable Object @Nullable [] arguments) throws Throwable {
        final HttpRequest request = pattern.request(arguments == null ? NO_ARGUMENTS : arguments);
        return request == null ? feign.invoke(arguments) : exchange.read(exchange.send(request), answerType);
    }
}
