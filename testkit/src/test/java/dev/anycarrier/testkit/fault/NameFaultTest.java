package dev.anycarrier.testkit.fault;

import static dev.anycarrier.testkit.fault.Caller.ATTEMPT;
import static dev.anycarrier.testkit.fault.Said.REMAINING;
import static dev.anycarrier.testkit.fault.Said.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameFaultTest {

    private FaultServer server;

    @BeforeEach
    void start() {
        server = FaultServer.start(Script.answering(Said.usage()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"carrier.example: Name or service not known", "Temporary failure in name resolution"})
    @Fault("NET-14")
    void a_name_without_an_address_is_no_connection_whether_for_now_or_for_good(final String reason) {
        final Names names = new Names(lookup -> {
            throw new UnknownHostException(reason);
        });
        try (Caller caller = callerOf("carrier.example", names)) {
            caller.ask()
                    .isUnavailable(UnavailableCause.NETWORK)
                    .mayBeRetried()
                    .after(1)
                    .within(ATTEMPT);
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    @Fault("NET-14")
    void of_two_addresses_the_second_is_used_when_the_first_is_dead() {
        final Names names = new Names(lookup -> List.of("127.0.0.2", "127.0.0.1"));
        try (Caller caller = callerOf("localhost", names)) {
            caller.ask().isOk(TOTAL, REMAINING).after(1);
        }
        AskedOnce.requireNoConnection(server);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "fd00::1", "::"})
    @Fault("NET-15")
    void a_name_that_leads_to_a_private_address_all_of_a_sudden_is_not_followed(final String rebound) {
        final Names names = new Names(lookup -> List.of(lookup == 1 ? "127.0.0.1" : rebound));
        try (Caller caller = callerOf("localhost", names)) {
            caller.ask().isOk(TOTAL, REMAINING).after(1);
            caller.ask().is(Kind.PROTOCOL).mayNotBeRetried().after(1).within(ATTEMPT);
        }
        AskedOnce.requireNoConnection(server);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "::1"})
    @Fault("NET-15")
    void a_name_in_the_world_never_leads_to_this_machine_or_its_network(final String rebound) {
        try (Caller caller = callerOf("carrier.example", new Names(lookup -> List.of(rebound)))) {
            caller.ask().is(Kind.PROTOCOL).mayNotBeRetried().after(1).within(ATTEMPT);
        }
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    @Fault("NET-15")
    void a_private_address_is_used_where_the_settings_allow_it(final String address) {
        final Names names = new Names(lookup -> List.of(address));
        try (Caller caller = callerOf("carrier.example", names, "allow-private-address=true")) {
            caller.ask().isOk(TOTAL, REMAINING).after(1);
        }
        AskedOnce.requireNoConnection(server);
        assertThat(server.requests()).hasSize(1);
    }

    /** Without reuse every attempt looks the name up once, also one that then goes nowhere. */
    private Caller callerOf(final String host, final Names names, final String... settings) {
        final List<String> all = new ArrayList<>(List.of(settings));
        all.add("allow-http=true");
        all.add("reuse-connections=false");
        return Caller.of(
                TinyCarrier.WITH_KEY,
                URI.create("http://" + host + ":" + server.port()),
                names.lookups::get,
                names,
                all.toArray(String[]::new));
    }

    /** A name server that may change its mind, and counts how often it is asked. */
    private static final class Names implements NameResolver {

        private final AtomicInteger lookups = new AtomicInteger();
        private final Addresses addresses;

        Names(final Addresses addresses) {
            this.addresses = addresses;
        }

        @Override
        public List<InetAddress> resolve(final String host) throws UnknownHostException {
            final List<InetAddress> resolved = new ArrayList<>();
            for (final String address : addresses.of(lookups.incrementAndGet())) {
                resolved.add(InetAddress.getByName(address));
            }
            return resolved;
        }
    }

    /** What a name server says at its first lookup, its second, and so on. */
    @FunctionalInterface
    private interface Addresses {
        List<String> of(int lookup) throws UnknownHostException;
    }
}
