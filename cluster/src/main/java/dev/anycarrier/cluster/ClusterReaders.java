package dev.anycarrier.cluster;

import dev.anycarrier.engine.port.LocalShare;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/** How the texts of a cluster's settings are read. Every refusal says what is expected, and repeats nothing. */
final class ClusterReaders {

    private static final Setting<Duration> SPAN = Setting.duration("span", "Reads a time span as any other is read.");
    private static final Pattern NODE = Pattern.compile("[!-~]{1,64}");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9:._-]{1,64}");
    private static final Pattern SHARE = Pattern.compile("[0-9]{1,4}/[0-9]{1,4}");
    private static final Pattern DATABASE = Pattern.compile("[0-9]{0,5}");
    private static final Pattern CREDENTIALS = Pattern.compile("(?i).*[?&](?:user|password|sslpassword)=.*");
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration SHORTEST_HEARTBEAT = Duration.ofMillis(100);
    private static final int SHORTEST_TOKEN_KEY = 32;

    private ClusterReaders() {}

    static URI redis(final String text) {
        final URI uri;
        try {
            uri = new URI(text);
        } catch (final URISyntaxException e) {
            throw new IllegalArgumentException("must be an address such as redis://db1:6379");
        }
        if (uri.getScheme() == null || !Set.of("redis", "rediss").contains(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("must begin with redis:// or rediss:// and name a host");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "must hold no user and password: give them as cluster.redis-user and cluster.redis-password");
        }
        final String path = uri.getRawPath();
        if (uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !DATABASE.matcher(path.startsWith("/") ? path.substring(1) : path)
                        .matches()) {
            throw new IllegalArgumentException("must end with the port, or with / and the number of a database");
        }
        return uri;
    }

    static String localShare(final String text) {
        if (!SHARE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a place and a number of nodes, such as 1/3");
        }
        return share(text).toString();
    }

    /** What a text that was read says. */
    static LocalShare share(final String text) {
        final int stroke = text.indexOf('/');
        return new LocalShare(
                Integer.parseInt(text.substring(0, stroke)), Integer.parseInt(text.substring(stroke + 1)));
    }

    static String jdbc(final String text) {
        if (!text.startsWith("jdbc:postgresql:") || Driver.parseURL(text, null) == null) {
            throw new IllegalArgumentException("must be an address such as jdbc:postgresql://db1/usage");
        }
        if (CREDENTIALS.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must hold no user and password: give them as cluster.jdbc-user and cluster.jdbc-password");
        }
        return text;
    }

    static String node(final String text) {
        return matching(NODE, text, "must have 1 to 64 visible ASCII characters");
    }

    static String prefix(final String text) {
        return matching(PREFIX, text, "must have 1 to 64 letters, digits, colons, dots, hyphens and underscores");
    }

    static SecretSource tokenKey(final String text) {
        if (text.length() < SHORTEST_TOKEN_KEY) {
            throw new IllegalArgumentException("must have at least 32 characters");
        }
        try {
            return SecretSource.fixed(Secret.of(text));
        } catch (final IllegalArgumentException e) {
            throw new IllegalArgumentException("must not be blank or hold control characters");
        }
    }

    static Duration upToAMinute(final String text) {
        final Duration span = SPAN.read(text);
        if (span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("must be a minute at most");
        }
        return span;
    }

    static Duration heartbeat(final String text) {
        final Duration span = SPAN.read(text);
        if (span.compareTo(SHORTEST_HEARTBEAT) < 0) {
            throw new IllegalArgumentException("must be 100ms at least");
        }
        return span;
    }

    private static String matching(final Pattern pattern, final String text, final String rule) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(rule);
        }
        return text;
    }
}
