package dev.anycarrier.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code application/x-www-form-urlencoded} text, as it stands in a query or a form. */
final class UrlEncodedParameters {

    private UrlEncodedParameters() {}

    static Map<String, List<String>> parse(final String text) {
        final Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (final String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                final int equals = pair.indexOf('=');
                final String name = equals < 0 ? pair : pair.substring(0, equals);
                final String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters
                        .computeIfAbsent(decode(name), unseen -> new ArrayList<>())
                        .add(decode(value));
            }
        }
        return parameters;
    }

    private static String decode(final String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (final IllegalArgumentException e) {
            // A broken escape is the client's mistake; the carrier sees the text as it stands.
            return text;
        }
    }
}
