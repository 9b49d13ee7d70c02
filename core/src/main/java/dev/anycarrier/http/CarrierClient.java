package dev.anycarrier.http;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageException;
import feign.Feign;
import feign.FeignException;
import feign.InvocationHandlerFactory.MethodHandler;
import feign.Logger;
import feign.Retryer;
import feign.Target;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Map;

/**
 * Makes a Feign interface of a carrier callable over the engine's transport.
 *
 * <p>A method of the interface ends in its value or in a {@link UsageException}. The status is looked at before the
 * body: only 200 is read, anything else becomes an error by {@link StandardErrors} and the provider's
 * {@link ErrorMapping}. A body is read by {@link StrictJson}. Nothing is retried, logged or followed.
 *
 * <p>Feign reads the interface. Where a method's arguments go into path and query only, its requests are then made from
 * what Feign read, without Feign's templates, which cost more than the rest of a call; the requests are the same.
 *
 * <p>Feign interfaces are package-private and without default methods, so that they work in a named module.
 */
public final class CarrierClient {

    private CarrierClient() {}

    /**
     * A client.
     *
     * @param api the Feign interface
     * @param base the address that the interface's paths are appended to
     * @param transport where every request goes
     * @param context the account's context
     * @param errors how the carrier's errors differ from the standard reading
     */
    public static <T> T create(
            final Class<T> api,
            final URI base,
            final Transport transport,
            final ProviderContext context,
            final ErrorMapping errors) {
        final CarrierExchange exchange =
                new CarrierExchange(transport, new StandardErrors(context.clock(), errors), context.events());
        final RememberingContract contract = new RememberingContract();
        return Feign.builder()
                .contract(contract)
                .client(new TransportFeignClient(exchange))
                .encoder(new FormEncoder())
                .decoder(new StrictJsonDecoder(exchange))
                .retryer(Retryer.NEVER_RETRY)
                .logger(new Logger.NoOpLogger())
                .logLevel(Logger.Level.NONE)
                .invocationHandlerFactory((target, feign) ->
                        handler(target, PreparedMethods.prepare(base, contract.methods(), feign, exchange)))
                .target(new Target.HardCodedTarget<>(api, base.toString()));
    }

    private static InvocationHandler handler(final Target<?> target, final Map<Method, MethodHandler> dispatch) {
        return (proxy, method, arguments) -> {
            final MethodHandler handler = dispatch.get(method);
            return handler == null ? objectMethod(target, proxy, method, arguments) : invoke(handler, arguments);
        };
    }

    private static Object invoke(final MethodHandler handler, final Object[] arguments) throws Throwable {
        try {
            return handler.invoke(arguments);
        } catch (final FeignException failure) {
            throw failure.getCause() instanceof UsageException usageFailure
                    ? usageFailure
                    : InvalidData.of("the answer could not be read ("
                            + failure.getClass().getSimpleName() + ")");
        }
    }

    private static Object objectMethod(
            final Target<?> target, final Object proxy, final Method method, final Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "client of " + target.type().getSimpleName();
        };
    }
}
