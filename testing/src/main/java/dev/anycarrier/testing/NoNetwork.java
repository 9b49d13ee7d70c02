package dev.anycarrier.testing;

import dev.anycarrier.engine.port.NameResolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** No host is ever found. */
final class NoNetwork implements NameResolver {

    @Override
    public List<InetAddress> resolve(final String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }
}
