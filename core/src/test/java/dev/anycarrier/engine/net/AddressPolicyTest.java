package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name cannot lead requests where its name does not belong. */
class AddressPolicyTest {

    private static final Origin CARRIER = new Origin(true, "api.example.com", 443);

    private final AddressPolicy policy = new AddressPolicy(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fdff::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a9fe:a9fe"
            })
    void a_carrier_in_a_private_network_is_refused_unless_that_is_allowed(final String address) throws Exception {
        final UsageException failure = refusal(CARRIER, address);
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure).hasMessageContaining("api.example.com:443").hasMessageContaining("allow-private-address");
        assertThatCode(() -> new AddressPolicy(true).check(CARRIER, InetAddress.getByName(address)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.216.34",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "100.63.0.1",
                "100.128.0.1",
                "169.253.0.1",
                "2001:db8::1",
                "64:ff9b::5db8:d822"
            })
    void a_carrier_in_the_public_network_is_accepted(final String address) {
        assertThatCode(() -> policy.check(CARRIER, InetAddress.getByName(address)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.2.3", "::1"})
    void a_host_that_is_loopback_by_its_name_is_of_this_machine_and_nowhere_else(final String host) throws Exception {
        final Origin origin = new Origin(false, host, 80);
        assertThatCode(() -> policy.check(origin, InetAddress.getLoopbackAddress()))
                .doesNotThrowAnyException();
        assertThat(refusal(origin, "93.184.216.34").kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(refusal(origin, "10.0.0.1").kind()).isEqualTo(Kind.PROTOCOL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.example.com", "localhost.example.com", "127.0.0.1.example.com", "1270.0.0.1"})
    void a_name_that_only_looks_like_loopback_is_none(final String host) throws Exception {
        assertThat(refusal(new Origin(false, host, 80), "127.0.0.1").kind()).isEqualTo(Kind.PROTOCOL);
    }

    private UsageException refusal(final Origin origin, final String address) throws UnknownHostException {
        final InetAddress resolved = InetAddress.getByName(address);
        return catchThrowableOfType(UsageException.class, () -> policy.check(origin, resolved));
    }
}
