package dev.anycarrier.http;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import feign.MethodMetadata;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of a {@link SimpleMethod} have in common.
 *
 * @param method the HTTP method
 * @param headers all headers
 * @param base an address of the place that they go to
 * @param path the path
 * @param query the parameters that are written in the interface
 * @param queryMap the place of the argument that holds more of them, or {@link #NONE}
 */
record RequestPattern(
        String method, HttpHeaders headers, URI base, ArgumentText path, List<ArgumentText> query, int queryMap) {

    private static final int NONE = -1;
    private static final int USUAL_QUERY_MAP = 64;

    static RequestPattern of(final URI base, final MethodMetadata method) {
        final Map<String, Integer> places = SimpleMethod.places(method);
        final String root = base.getRawPath();
        final String prefix = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
        final List<ArgumentText> query = new ArrayList<>();
        final String line = method.template().queryLine();
        if (!line.isEmpty()) {
            for (final String parameter : line.substring(1).split("&", -1)) {
                query.add(ArgumentText.of(parameter, places));
            }
        }
        return new RequestPattern(
                method.template().method(),
                TransportFeignClient.translate(method.template().headers()),
                base,
                ArgumentText.of(prefix.concat(method.template().requestUriTemplate()), places),
                List.copyOf(query),
                method.queryMapIndex() == null ? NONE : method.queryMapIndex());
    }

    /** The request for these arguments, or null if one of them is none that {@link UriText} writes. */
    @Nullable
    HttpRequest request(final @Nullable Object[] arguments) {
        final UriText target = new UriText(usualLength());
        boolean written = target.path(path, arguments);
        for (int index = 0; written && index < query.size(); index++) {
            written = target.parameter(query.get(index), arguments);
        }
        if (written && queryMap != NONE) {
            written = target.parameters(arguments[queryMap]);
        }
        return written ? HttpRequest.of(method, base, target.toString(), headers) : null;
    }

    private int usualLength() {
        int length = path.usualLength() + (queryMap == NONE ? 0 : USUAL_QUERY_MAP);
        for (final ArgumentText parameter : query) {
            length += parameter.usualLength();
        }
        return length;
    }
}
