package dev.anycarrier.engine;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The origins that an account's requests, and so its secrets, may go to. Immutable. */
public final class Origins {

    private final Set<String> allowed;

    /** The origins of the addresses in an account's settings. */
    public Origins(final Collection<URI> addresses) {
        this.allowed = addresses.stream().map(Origins::origin).collect(Collectors.toUnmodifiableSet());
    }

    void require(final URI target) {
        if (!allowed.contains(origin(target))) {
            throw UsageException.of(
                            Kind.PROTOCOL, "a request to an origin that is not in the account's settings was held back")
                    .build();
        }
    }

    private static String origin(final URI address) {
        final String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        final int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
