package dev.anycarrier.http;

import feign.InvocationHandlerFactory.MethodHandler;
import feign.MethodMetadata;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts prepared methods in the place of Feign's, wherever that makes no difference but in cost. */
final class PreparedMethods {

    private PreparedMethods() {}

    static Map<Method, MethodHandler> prepare(
            final URI base,
            final List<MethodMetadata> methods,
            final Map<Method, MethodHandler> feign,
            final CarrierExchange exchange) {
        final Map<Method, MethodHandler> handlers = new HashMap<>(feign);
        if (!isPlain(base)) {
            return handlers;
        }
        for (final MethodMetadata method : methods) {
            final MethodHandler handler = feign.get(method.method());
            if (handler != null && SimpleMethod.isSimple(method)) {
                StrictJson.prepare(method.returnType());
                final RequestPattern pattern = RequestPattern.of(base, method);
                handlers.put(method.method(), new PreparedMethod(pattern, exchange, method.returnType(), handler));
            }
        }
        return handlers;
    }

    /** Whether the text of a path can be appended to the address, and that is all that Feign does. */
    private static boolean isPlain(final URI base) {
        return base.toString().startsWith("http")
                && base.getRawAuthority() != null
                && base.getRawQuery() == null
                && base.getRawFragment() == null;
    }
}
