package dev.anycarrier.engine.port;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. Thread-safe. */
@FunctionalInterface
public interface NameResolver {

    /**
     * The host's addresses, best first, at least one.
     *
     * @throws UnknownHostException if there is none, or it cannot be told now
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The system's resolver. */
    static NameResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
