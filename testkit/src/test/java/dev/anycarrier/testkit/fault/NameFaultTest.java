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
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameFaultTest {

    private static final String[] BY_ANY_MEANS = {"allow-http=true", "reuse-connections=false"};

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
        final NameResolver resolver = host -> {
            throw new UnknownHostException(reason);
        };
        try (Caller caller =
                Caller.of(TinyCarrier.WITH_KEY, named("carrier.example"), () -> 1, resolver, BY_ANY_MEANS)) {
            caller.ask().isUnavailable(UnavailableCause.NETWORK).mayBeRetried().within(ATTEMPT);
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    @Fault("NET-14")
    void of_two_addresses_the_second_is_used_when_the_first_is_dead() throws Exception {
        final InetAddress dead = InetAddress.getByName("127.0.0.2");
        final NameResolver resolver = host -> List.of(dead, InetAddress.getLoopbackAddress());
        try (Caller caller = callerOf("localhost", resolver)) {
            caller.ask().isOk(TOTAL, REMAINING).after(1);
        }
        AskedOnce.requireNoConnection(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "fd00::1", "::"})
    @Fault("NET-15")
    void a_name_that_leads_to_a_private_address_all_of_a_sudden_is_not_followed(final String rebound) {
        try (Caller caller = callerOf("localhost", addresses("127.0.0.1", rebound))) {
            caller.ask().isOk(TOTAL, REMAINING).after(1);
        }
        final int connectionsBefore = server.connections();
        // The second question is reported as one attempt although nothing of it reached any wire.
        try (Caller caller =
                Caller.of(TinyCarrier.WITH_KEY, named("localhost"), () -> 1, addresses(rebound), BY_ANY_MEANS)) {
            caller.ask().is(Kind.PROTOCOL).mayNotBeRetried().within(ATTEMPT);
        }
        assertThat(server.connections()).isEqualTo(connectionsBefore);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "::1"})
    @Fault("NET-15")
    void a_name_in_the_world_never_leads_to_this_machine_or_its_network(final String rebound) {
        try (Caller caller =
                Caller.of(TinyCarrier.WITH_KEY, named("carrier.example"), () -> 1, addresses(rebound), BY_ANY_MEANS)) {
            caller.ask().is(Kind.PROTOCOL).mayNotBeRetried().within(ATTEMPT);
        }
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    @Fault("NET-15")
    void a_private_address_is_used_where_the_settings_allow_it(final String address) {
        try (Caller caller = callerOf("carrier.example", addresses(address), "allow-private-address=true")) {
            caller.ask().isOk(TOTAL, REMAINING).after(1);
        }
        AskedOnce.requireNoConnection(server);
    }

    private Caller callerOf(final String host, final NameResolver resolver, final String... settings) {
        final String[] all = Arrays.copyOf(BY_ANY_MEANS, BY_ANY_MEANS.length + settings.length);
        System.arraycopy(settings, 0, all, BY_ANY_MEANS.length, settings.length);
        return Caller.of(
                TinyCarrier.WITH_KEY, named(host), () -> server.requests().size(), resolver, all);
    }

    private URI named(final String host) {
        return URI.create("http://" + host + ":" + server.port());
    }

    /** A name server that gives another address each time it is asked. */
    private static NameResolver addresses(final String... each) {
        final Deque<String> left = new ArrayDeque<>(List.of(each));
        return host -> List.of(InetAddress.getByName(left.removeFirst()));
    }
}
