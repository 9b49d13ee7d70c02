package dev.anycarrier.http;

import feign.CollectionFormat;
import feign.MethodMetadata;
import feign.RequestTemplate;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a method's requests differ by the arguments in their address only, and how Feign named those. */
final class SimpleMethod {

    private SimpleMethod() {}

    static boolean isSimple(final MethodMetadata method) {
        return hasArgumentsForTheAddressOnly(method)
                && hasPlainAddress(method)
                && hasPlainHeaders(method.template())
                && isRead(method.returnType().getTypeName());
    }

    /** The place of each named argument among a method's parameters. */
    static Map<String, Integer> places(final MethodMetadata method) {
        final Map<String, Integer> places = new HashMap<>();
        for (final var names : method.indexToName().entrySet()) {
            for (final String name : names.getValue()) {
                places.put(name, names.getKey());
            }
        }
        return places;
    }

    private static boolean hasArgumentsForTheAddressOnly(final MethodMetadata method) {
        final int maps = method.queryMapIndex() == null ? 0 : 1;
        return method.bodyIndex() == null
                && method.urlIndex() == null
                && method.headerMapIndex() == null
                && method.formParams().isEmpty()
                && method.template().body() == null
                && method.template().bodyTemplate() == null
                && method.indexToExpanderClass().isEmpty()
                && places(method).size() + maps == method.method().getParameterCount();
    }

    /** No fragment, no comma to split a value at, and no variable but named arguments, written without an operator. */
    private static boolean hasPlainAddress(final MethodMetadata method) {
        final RequestTemplate template = method.template();
        final String path = template.requestUriTemplate();
        final String query = template.queryLine();
        final List<String> variables = variables(path.concat(query));
        return path.startsWith("/")
                && template.url().indexOf('#') < 0
                && query.indexOf(',') < 0
                && (query.isEmpty() || method.queryMapIndex() == null)
                && template.decodeSlash()
                && template.collectionFormat() == CollectionFormat.EXPLODED
                && isAddress(path.concat(query))
                && variables.equals(template.variables())
                && places(method).keySet().containsAll(variables);
    }

    /** Whether it can be part of an address, whatever the variables are. */
    private static boolean isAddress(final String template) {
        try {
            return !URI.create(template.replaceAll("\\{[^}]*}", "x")).isOpaque();
        } catch (final IllegalArgumentException no) {
            return false;
        }
    }

    private static List<String> variables(final String address) {
        final List<String> variables = new ArrayList<>();
        for (int open = address.indexOf('{'); open >= 0; open = address.indexOf('{', open + 1)) {
            variables.add(address.substring(open + 1, address.indexOf('}', open)));
        }
        return variables;
    }

    /** One value each; that none of them has a variable is known from the address, which has them all. */
    private static boolean hasPlainHeaders(final RequestTemplate template) {
        for (final Collection<String> values : template.headers().values()) {
            if (values.size() != 1) {
                return false;
            }
        }
        try {
            TransportFeignClient.translate(template.headers());
            return true;
        } catch (final IllegalArgumentException noHeader) {
            // It is the call that fails, as with Feign.
            return false;
        }
    }

    /** Feign reads nothing for a method without a value, and hands out types of its own without us. */
    private static boolean isRead(final String answerType) {
        return !answerType.equals("void")
                && !answerType.equals("java.lang.Void")
                && !answerType.equals("kotlin.Unit")
                && !answerType.startsWith("feign.");
    }
}
