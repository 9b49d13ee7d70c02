package dev.anycarrier.engine;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.URI;
import java.util.Collection;
import java.util.List;

/** The origins that an account's requests, and so its secrets, may go to. Immutable. */
public final class Origins {

    private final List<Origin> allowed;

    /** The origins of the addresses in an account's settings. */
    public Origins(final Collection<URI> addresses) {
        this.allowed = addresses.stream().map(Origin::of).distinct().toList();
    }

    /**
     * Does nothing if a request may go to {@code target}.
     *
     * @throws UsageException {@link Kind#PROTOCOL} if it may not
     */
    void require(final URI target) {
        for (final Origin origin : allowed) {
            if (origin.isOf(target)) {
                return;
            }
        }
        throw UsageException.of(
                        Kind.PROTOCOL, "a request to an origin that is not in the account's settings was held back")
                .build();
    }

    /** Scheme, host and port, as an address has them. */
    private record Origin(String scheme, String host, int port) {

        static Origin of(final URI address) {
            return new Origin(String.valueOf(address.getScheme()), String.valueOf(address.getHost()), port(address));
        }

        boolean isOf(final URI address) {
            return scheme.equalsIgnoreCase(address.getScheme())
                    && host.equalsIgnoreCase(address.getHost())
                    && port == port(address);
        }

        private static int port(final URI address) {
            return address.getPort() >= 0
                    ? address.getPort()
                    : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        }
    }
}
