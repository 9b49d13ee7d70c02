package dev.anycarrier.settings;

import dev.anycarrier.spi.Setting;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which addresses may be configured. Judges what is written: no name is looked up. */
final class AddressPolicy {

    private static final Pattern FOUR_NUMBERS = Pattern.compile("0*\\d{1,3}(?:\\.0*\\d{1,3}){3}");
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int UNIQUE_LOCAL = 0xfc;

    private final boolean httpAllowed;
    private final boolean privateAllowed;

    AddressPolicy(final boolean httpAllowed, final boolean privateAllowed) {
        this.httpAllowed = httpAllowed;
        this.privateAllowed = privateAllowed;
    }

    /**
     * The policy that an account's flags ask for.
     *
     * @param declared the settings the account can have
     * @param values those that have a value; a flag that should and does not could not be read, which is a problem of its
     *     own, and forbids nothing besides
     */
    static AddressPolicy of(final List<Setting<?>> declared, final Map<String, ResolvedValue> values) {
        return new AddressPolicy(
                isAllowed(CommonSettings.ALLOW_HTTP, declared, values),
                isAllowed(CommonSettings.ALLOW_PRIVATE_ADDRESS, declared, values));
    }

    private static boolean isAllowed(
            final Setting<Boolean> flag, final List<Setting<?>> declared, final Map<String, ResolvedValue> values) {
        return Optional.ofNullable(values.get(flag.name()))
                .map(value -> value.value().equals(true))
                .orElseGet(() -> declared.contains(flag));
    }

    /** What is wrong with the address, in clauses that do not repeat it. */
    List<String> check(final URI address) {
        final String host = host(address);
        final Optional<InetAddress> literal = literal(host);
        final boolean loopback = host.equals("localhost")
                || literal.map(InetAddress::isLoopbackAddress).orElse(false);
        final List<String> problems = new ArrayList<>();
        if ("http".equals(address.getScheme()) && !loopback && !httpAllowed) {
            problems.add("must begin with https:// unless it is on loopback or allow-http is true");
        }
        if (literal.map(AddressPolicy::isPrivate).orElse(false) && !privateAllowed) {
            problems.add("is in a private network, which is refused unless allow-private-address is true");
        }
        return problems;
    }

    private static String host(final URI address) {
        final String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static Optional<InetAddress> literal(final String host) {
        try {
            if (host.startsWith("[")) {
                final String withoutZone = host.replaceFirst("%.*]", "]");
                return Optional.of(InetAddress.getByName(withoutZone));
            }
            return FOUR_NUMBERS.matcher(host).matches()
                    ? Optional.of(InetAddress.getByAddress(numbers(host)))
                    : Optional.empty();
        } catch (final UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static byte[] numbers(final String host) {
        final String[] parts = host.split("\\.", -1);
        final byte[] address = new byte[parts.length];
        for (int index = 0; index < parts.length; index++) {
            address[index] = (byte) Integer.parseInt(parts[index]);
        }
        return address;
    }

    private static boolean isPrivate(final InetAddress address) {
        return address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || (address instanceof Inet6Address && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL);
    }
}
