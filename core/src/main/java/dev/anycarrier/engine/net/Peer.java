package dev.anycarrier.engine.net;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;

/**
 * Who is at the other end, and words for what it did.
 *
 * @param name how messages call it: host and port, with {@code proxy} before them if it is one
 */
record Peer(String name) {

    static Peer of(final Origin origin) {
        return new Peer(origin.toString());
    }

    static Peer proxy(final Origin proxy) {
        return new Peer("proxy " + proxy);
    }

    /** It sent something that is not HTTP as it should be. */
    UsageException sent(final String what) {
        return UsageException.of(Kind.PROTOCOL, name + " sent " + what).build();
    }

    /** It sent something that passes a bound. */
    UsageException sentMoreThan(final long bound, final String what) {
        return UsageException.of(Kind.TOO_LARGE, name + " sent more than " + bound + " " + what)
                .build();
    }

    /** It closed the connection too early. */
    UsageException closedConnection(final String when) {
        return UsageException.unavailable(UnavailableCause.NETWORK, name + " closed the connection " + when)
                .build();
    }

    @Override
    public String toString() {
        return name;
    }
}
