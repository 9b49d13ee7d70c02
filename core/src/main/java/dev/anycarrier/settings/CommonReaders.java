package dev.anycarrier.settings;

import dev.anycarrier.call.WhenStale;
import dev.anycarrier.spi.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the texts of those common settings are read that no provider has the like of. */
final class CommonReaders {

    private static final Setting<URI> ADDRESS = Setting.address("proxy", "Reads a proxy as an address is read.");
    private static final Setting<Duration> SPAN = Setting.duration("span", "Reads a time span as any other is read.");
    private static final Pattern NOTHING = Pattern.compile("0(?:ms|s|m|h|d)");
    private static final Pattern PIN = Pattern.compile("sha256/([A-Za-z0-9+/]{43}=)");

    private CommonReaders() {}

    /** A time span that may be nothing, written {@code 0s}. */
    static Duration zeroOrMore(final String text) {
        return NOTHING.matcher(text).matches() ? Duration.ZERO : SPAN.read(text);
    }

    static WhenStale whenStale(final String text) {
        return switch (text) {
            case "serve" -> WhenStale.SERVE;
            case "fail" -> WhenStale.FAIL;
            default -> throw new IllegalArgumentException("must be serve or fail");
        };
    }

    static URI proxy(final String text) {
        final URI proxy = ADDRESS.read(text);
        if (!"http".equals(proxy.getScheme()) || !proxy.getRawPath().isEmpty() || proxy.getPort() < 0) {
            throw new IllegalArgumentException("must be written http://host:port");
        }
        return proxy;
    }

    static Set<String> pins(final String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(CommonReaders::pin)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    private static String pin(final String pin) {
        final var matcher = PIN.matcher(pin);
        if (!matcher.matches() || !isCanonical(matcher.group(1))) {
            throw new IllegalArgumentException("must be sha256/ and the Base64 of 32 bytes, several joined by commas");
        }
        return pin;
    }

    /** Base64 leaves bits of the last character unused; a pin that sets them would never match. */
    private static boolean isCanonical(final String base64) {
        return Base64.getEncoder()
                .encodeToString(Base64.getDecoder().decode(base64))
                .equals(base64);
    }
}
