package dev.anycarrier.engine.net;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses a host may have, so that a name server cannot lead requests into a private network.
 *
 * <p>A host that is loopback by its very name may have loopback addresses and no others; any other host may have none
 * that is loopback, private (RFC 1918, RFC 4193), shared (RFC 6598), link-local, multicast or unspecified, also not
 * behind the prefix of an IPv4 translator (RFC 6052).
 */
final class AddressPolicy {

    private final boolean allowPrivateAddress;

    AddressPolicy(final boolean allowPrivateAddress) {
        this.allowPrivateAddress = allowPrivateAddress;
    }

    /** Whether the host is loopback by its name: {@code localhost}, {@code 127.x.x.x} or {@code ::1}. */
    static boolean isLoopback(final String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.equals("0:0:0:0:0:0:0:1")
                || (host.startsWith("127.") && isVersion4(host));
    }

    /** Four numbers of one to three digits with dots in between. */
    private static boolean isVersion4(final String host) {
        int dots = 0;
        int digits = 0;
        for (int index = 0; index < host.length(); index++) {
            final char character = host.charAt(index);
            if (character == '.' && digits > 0) {
                dots++;
                digits = 0;
            } else if (character >= '0' && character <= '9' && digits < 3) {
                digits++;
            } else {
                return false;
            }
        }
        return dots == 3 && digits > 0;
    }

    /** Refuses an address that the host must not have. */
    void check(final Origin origin, final InetAddress address) {
        if (allowPrivateAddress) {
            return;
        }
        if (isLoopback(origin.host())) {
            if (!address.isLoopbackAddress()) {
                throw refused(origin, "is not of this machine, as the name says it is");
            }
        } else if (isPrivate(address)) {
            throw refused(origin, "is private; set allow-private-address if the carrier is there");
        }
    }

    private static boolean isPrivate(final InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address
                        ? isPrivateVersion4(address.getAddress(), 0)
                        : isPrivateVersion6(address.getAddress()));
    }

    private static boolean isPrivateVersion6(final byte[] address) {
        return (address[0] & 0xfe) == 0xfc || (isTranslated(address) && isPrivateVersion4(address, 12));
    }

    /** Whether an IPv6 address stands for an IPv4 one, by the well-known prefix {@code 64:ff9b::/96}. */
    private static boolean isTranslated(final byte[] address) {
        boolean zeros = true;
        for (int i = 4; i < 12; i++) {
            zeros &= address[i] == 0;
        }
        return zeros
                && address[0] == 0
                && address[1] == 0x64
                && (address[2] & 0xff) == 0xff
                && (address[3] & 0xff) == 0x9b;
    }

    private static boolean isPrivateVersion4(final byte[] bytes, final int offset) {
        final int first = bytes[offset] & 0xff;
        final int second = bytes[offset + 1] & 0xff;
        return switch (first) {
            case 0, 10, 127 -> true;
            case 100 -> second >= 64 && second < 128;
            case 169 -> second == 254;
            case 172 -> second >= 16 && second < 32;
            case 192 -> second == 168;
            default -> first >= 224;
        };
    }

    private static UsageException refused(final Origin origin, final String why) {
        return UsageException.of(Kind.PROTOCOL, "an address that the name of " + origin + " leads to " + why)
                .build();
    }
}
