package dev.anycarrier.spi;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the texts of settings are read. Every refusal says what is expected. */
final class SettingReaders {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9_~-]+(?:\\.[A-Za-z0-9_~-]+)*)+");
    private static final Pattern LIMIT = Pattern.compile("([0-9]{1,9})/([0-9]{1,9}(?:ms|s|m|h|d))");

    private static final int LONGEST_PATH = 200;

    /** An IPv4 address in disguise, such as 2130706433 or 0x7f000001: some resolvers take it for one. */
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    private static final int HIGHEST_PORT = 65_535;

    private SettingReaders() {}

    static String text(final String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
        return text;
    }

    static SecretSource secret(final String text) {
        try {
            return SecretSource.fixed(Secret.of(text));
        } catch (final IllegalArgumentException e) {
            throw new IllegalArgumentException("must not be blank or hold control characters");
        }
    }

    static URI address(final String text) {
        final URI uri;
        try {
            uri = new URI(text);
        } catch (final URISyntaxException e) {
            throw new IllegalArgumentException("must be an address such as https://api.example.com");
        }
        if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
            throw new IllegalArgumentException("must begin with https://");
        }
        if (uri.getHost() == null || NUMBER.matcher(uri.getHost()).matches()) {
            throw new IllegalArgumentException("must name a host, as in https://api.example.com");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must have no user, query or fragment");
        }
        if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            throw new IllegalArgumentException("must have a port from 1 to 65535, or none");
        }
        final String path = uri.getRawPath();
        if (path.contains("..") || path.contains("%") || path.contains("//")) {
            throw new IllegalArgumentException("must have a plain path, without '..', '//' or '%'");
        }
        return path.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }

    static String path(final String text) {
        if (text.length() > LONGEST_PATH || !PATH.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be a plain path such as /customer/v2, without '..', '//', '?', '#', '%' or a '/' at the end");
        }
        return text;
    }

    static int integer(final String text, final int minimum, final int maximum) {
        try {
            final int value = Integer.parseInt(text);
            if (value >= minimum && value <= maximum) {
                return value;
            }
        } catch (final NumberFormatException e) {
            // Falls through: the same sentence serves a text that is no number and a number out of bounds.
        }
        throw new IllegalArgumentException("must be a whole number from " + minimum + " to " + maximum);
    }

    static Duration duration(final String text) {
        final Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new IllegalArgumentException("must be a time span such as 250ms, 10s, 15m, 24h or 7d");
        }
        final long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    static boolean flag(final String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    static Path file(final String text) {
        try {
            return Path.of(text(text));
        } catch (final InvalidPathException e) {
            throw new IllegalArgumentException("must be the path of a file");
        }
    }

    static RateLimit rateLimit(final LimitScope scope, final String text) {
        final Matcher matcher = LIMIT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            throw new IllegalArgumentException("must be requests per window, such as 5/1s or 1/15m");
        }
        return new RateLimit(scope, Integer.parseInt(matcher.group(1)), duration(matcher.group(2)));
    }
}
