package dev.anycarrier.testkit.fault;

import static dev.anycarrier.testkit.fault.Caller.ATTEMPT;
import static dev.anycarrier.testkit.fault.Caller.SLACK;
import static dev.anycarrier.testkit.fault.Said.REMAINING;
import static dev.anycarrier.testkit.fault.Said.TOTAL;
import static dev.anycarrier.testkit.fault.Script.accept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsFaultTest {

    private static final CertificateAuthority AUTHORITY = new CertificateAuthority();
    private static final KeyMaterial GOOD = AUTHORITY.issue("127.0.0.1");

    @TempDir
    private static Path folder;

    private static Path trustStore;

    @BeforeAll
    static void trustTheAuthority() throws IOException {
        trustStore = AUTHORITY.writeTrustStore(folder.resolve("trust.p12"), Planted.STORE_PASSWORD);
    }

    @Test
    void a_good_certificate_of_a_trusted_authority_is_accepted() {
        ask(accept().handshake(GOOD).readRequest().answer(Said.usage())).isOk(TOTAL, REMAINING);
    }

    @Test
    @Fault("TLS-01")
    void an_expired_certificate_is_refused_for_good() {
        refused(AUTHORITY.issueExpired("127.0.0.1"));
    }

    @Test
    @Fault("TLS-02")
    void a_certificate_for_another_host_is_refused_for_good() {
        refused(AUTHORITY.issue("elsewhere.example"));
    }

    @Test
    @Fault("TLS-03")
    void a_self_signed_certificate_is_refused_for_good() {
        refused(CertificateAuthority.selfSigned("127.0.0.1"));
    }

    @ParameterizedTest
    @EnumSource(OldTls.class)
    @Fault("TLS-05")
    void a_server_that_speaks_only_old_tls_is_refused_for_good(final OldTls version) {
        ask(accept().handshake(version))
                .isUnavailable(UnavailableCause.TLS)
                .mayNotBeRetried()
                .within(ATTEMPT);
    }

    @Test
    @Fault("TLS-06")
    void a_handshake_that_breaks_off_may_be_tried_again() {
        for (final Script breakingOff : List.of(
                accept().readTlsRecord().close(), accept().readTlsRecord().reset(), accept().close())) {
            final Outcome outcome =
                    ask(breakingOff).is(Kind.UNAVAILABLE).mayBeRetried().within(ATTEMPT);
            assertThat(outcome.bad().unavailableCause()).get().isIn(UnavailableCause.TLS, UnavailableCause.NETWORK);
        }
    }

    @Test
    @Fault("TLS-06")
    void a_handshake_that_stands_still_ends_at_the_connect_timeout() {
        ask(accept().readTlsRecord().ignore(), "connect-timeout=400ms")
                .is(Kind.UNAVAILABLE)
                .mayBeRetried()
                .within(Duration.ofMillis(400).plus(SLACK));
    }

    @Test
    @Fault({"NET-11", "NET-12"})
    void an_answer_that_drips_does_not_stretch_an_attempt_over_tls_either() {
        final Script dripping = accept().handshake(GOOD).readRequest();
        for (final Script script : List.of(
                dripping.drip(Said.usage().head(), 1, Duration.ofMillis(300)),
                dripping.write(Said.usage().chunked().head()).repeat("1\r\n \r\n", Duration.ofMillis(300)))) {
            ask(script, "attempt-timeout=700ms")
                    .isUnavailable(UnavailableCause.ATTEMPT_TIMEOUT)
                    .mayBeRetried()
                    .within(Duration.ofMillis(700).plus(SLACK));
        }
    }

    @Test
    @Fault("TLS-07")
    void another_good_certificate_is_accepted_where_none_is_pinned() {
        assertThat(askTwiceWithRotation()).allSatisfy(outcome -> outcome.isOk(TOTAL, REMAINING));
    }

    @Test
    @Fault("TLS-07")
    void another_good_certificate_is_refused_for_good_where_one_is_pinned() {
        final List<Outcome> outcomes = askTwiceWithRotation("pinned-certificates=" + GOOD.pin());

        outcomes.get(0).isOk(TOTAL, REMAINING);
        outcomes.get(1).isUnavailable(UnavailableCause.TLS).mayNotBeRetried().within(ATTEMPT);
    }

    @Test
    @Fault("TLS-08")
    void an_answer_that_is_cut_off_without_farewell_is_no_answer() {
        final Script cutOff = accept().handshake(GOOD)
                .readRequest()
                .write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n")
                .write(Said.usage().body())
                .cut();

        ask(cutOff).isUnavailable(UnavailableCause.NETWORK).mayBeRetried().within(ATTEMPT);
    }

    @Test
    @Fault("TLS-08")
    void an_answer_of_no_stated_length_is_no_answer_since_nobody_can_tell_whether_it_was_cut_off() {
        final Script unframed = accept().handshake(GOOD)
                .readRequest()
                .write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
                .write(Said.usage().body())
                .cut();

        ask(unframed).is(Kind.PROTOCOL).within(ATTEMPT);
    }

    @Test
    @Fault("FRM-18")
    void a_server_that_would_rather_speak_http_2_is_spoken_to_in_http_1() {
        final Script offering =
                accept().handshake(GOOD, "h2", "http/1.1").readRequest().answer(Said.usage());

        ask(offering).isOk(TOTAL, REMAINING);
    }

    private static void refused(final KeyMaterial keys) {
        try (FaultServer server =
                FaultServer.start(accept().handshake(keys).readRequest().answer(Said.usage()))) {
            try (Caller caller = callerOf(server)) {
                caller.ask()
                        .isUnavailable(UnavailableCause.TLS)
                        .mayNotBeRetried()
                        .within(ATTEMPT);
            }
            AskedOnce.requireNoConnection(server);
            assertThat(server.requests()).isEmpty();
        }
    }

    private static Outcome ask(final Script script, final String... settings) {
        try (FaultServer server = FaultServer.start(script)) {
            final Outcome outcome;
            try (Caller caller = callerOf(server, settings)) {
                outcome = caller.ask();
            }
            AskedOnce.requireNoConnection(server);
            return outcome;
        }
    }

    private static List<Outcome> askTwiceWithRotation(final String... settings) {
        final List<Outcome> outcomes = new ArrayList<>();
        final Answer last = Said.usage().withHeader("Connection", "close");
        final Script before =
                accept().handshake(GOOD).readRequest().answer(last).close();
        final Script after =
                accept().handshake(AUTHORITY.issue("127.0.0.1")).readRequest().answer(Said.usage());
        try (FaultServer server = FaultServer.start(before, after)) {
            try (Caller caller = callerOf(server, settings)) {
                outcomes.add(caller.ask());
                outcomes.add(caller.ask());
            }
            AskedOnce.requireNoConnection(server);
        }
        return outcomes;
    }

    /** Every connection is counted as a request, since most never get as far as one. */
    private static Caller callerOf(final FaultServer server, final String... settings) {
        final List<String> all = new ArrayList<>(List.of(settings));
        all.add("trust-store=" + trustStore);
        all.add("trust-store-password=" + Planted.STORE_PASSWORD);
        return Caller.of(TinyCarrier.WITH_KEY, server.secureAddress(), server::connections, all.toArray(String[]::new));
    }
}
