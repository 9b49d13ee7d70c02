package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests go only to a server that proves who it is. */
class TlsTest {

    @Test
    void a_trusted_certificate_for_the_host_is_accepted_and_the_connection_used_again() throws Exception {
        try (RawServer server = server(talk -> talk.answerAll(Answers.OK));
                BoundedHttpClient client = trusting()) {
            for (int i = 0; i < 3; i++) {
                assertThat(Clients.text(Clients.get(client, server.secureUri("localhost", "/"))))
                        .isEqualTo("ok");
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_body_of_many_records_arrives_whole() throws Exception {
        final String body = "0123456789".repeat(9_999);
        try (RawServer server = server(talk -> talk.answerAll(Answers.ok(body)));
                BoundedHttpClient client = trusting()) {
            assertThat(Clients.text(Clients.get(client, server.secureUri("localhost", "/"))))
                    .isEqualTo(body);
        }
    }

    @Test
    void a_second_answer_in_the_same_record_is_never_given_to_the_next_request() throws Exception {
        try (RawServer server = server(talk -> talk.answerAll(Answers.OK + Answers.ok("stray")));
                BoundedHttpClient client = trusting()) {
            Clients.get(client, server.secureUri("localhost", "/"));
            assertThat(Clients.text(Clients.get(client, server.secureUri("localhost", "/"))))
                    .isEqualTo("ok");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_certificate_for_another_host_is_refused() throws Exception {
        try (RawServer server = server(talk -> talk.answerAll(Answers.OK));
                BoundedHttpClient client = trusting()) {
            assertRefused(client, server, "127.0.0.1", "showed a certificate for another host");
        }
    }

    @Test
    void what_is_wrong_with_a_certificate_is_told_in_words() {
        assertThat(HandshakeFailure.refusal(caused(new CertificateExpiredException("planted-secret"))))
                .isEqualTo("showed an expired certificate");
        assertThat(HandshakeFailure.refusal(caused(new CertificateNotYetValidException("planted-secret"))))
                .isEqualTo("showed a certificate that is not valid yet");
        assertThat(HandshakeFailure.refusal(new SSLException(new CertPathValidatorException("planted-secret"))))
                .isEqualTo("showed a certificate that is not valid");
        assertThat(HandshakeFailure.refusal(new SSLException("planted-secret"))).isNull();
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() throws Exception {
        try (RawServer server = server(talk -> talk.answerAll(Answers.OK));
                BoundedHttpClient client = Clients.open()) {
            assertRefused(client, server, "localhost", "showed a certificate of an issuer that is not trusted");
        }
    }

    @Test
    void an_old_version_of_tls_is_refused() throws Exception {
        // A ServerHello that settles for TLS 1.1.
        final byte[] hello = new byte[5 + 4 + 38];
        hello[0] = 22;
        hello[1] = 3;
        hello[2] = 2;
        hello[4] = 4 + 38;
        hello[5] = 2;
        hello[8] = 38;
        hello[9] = 3;
        hello[10] = 2;
        hello[44] = (byte) 0xc0;
        hello[45] = 9;
        try (RawServer server = RawServer.start(talk -> {
                    talk.send(hello);
                    talk.awaitClose();
                });
                BoundedHttpClient client = trusting()) {
            assertRefused(client, server, "localhost", "found no common TLS version");
        }
    }

    @Test
    void a_server_that_does_not_speak_tls_at_all_is_refused() throws Exception {
        try (RawServer server = RawServer.start(talk -> {
                    talk.send(Answers.headOnly("400 Bad Request", "Content-Length: 0"));
                    talk.awaitClose();
                });
                BoundedHttpClient client = trusting()) {
            assertRefused(client, server, "localhost", "found no common TLS version");
        }
    }

    @Test
    void a_connection_that_breaks_in_the_handshake_may_be_tried_again() throws Exception {
        try (RawServer server = RawServer.start(Talk::awaitSomething, talk -> {
                    talk.awaitSomething();
                    talk.reset();
                });
                BoundedHttpClient client = trusting()) {
            for (int i = 0; i < 2; i++) {
                final UsageException failure = Clients.failure(client, server.secureUri("localhost", "/"));
                assertThat(failure.unavailableCause()).contains(UnavailableCause.TLS);
                assertThat(failure.retryable()).isTrue();
                assertThat(failure).hasMessageContaining("closed the connection during the TLS handshake");
                assertThat(client.openConnections()).isZero();
            }
        }
    }

    @Test
    void a_connection_that_is_reset_in_the_middle_of_an_answer_may_be_tried_again() throws Exception {
        final SSLContext context = TestCertificates.server();
        try (RawServer server = RawServer.start(talk -> {
                    talk.secure(context);
                    talk.readRequest();
                    talk.send(Answers.headOnly("200 OK", "Content-Length: 5") + "ab");
                    talk.reset();
                });
                BoundedHttpClient client = trusting()) {
            final UsageException failure = Clients.failure(client, server.secureUri("localhost", "/"));
            assertThat(failure.unavailableCause()).contains(UnavailableCause.NETWORK);
            assertThat(failure.retryable()).isTrue();
        }
    }

    @Test
    void an_answer_that_ends_with_the_connection_before_its_end_is_no_answer() throws Exception {
        try (RawServer server = server(talk -> {
                    talk.readRequest();
                    talk.send(Answers.headOnly("200 OK", "Content-Length: 5") + "ab");
                });
                BoundedHttpClient client = trusting()) {
            assertThat(Clients.failure(client, server.secureUri("localhost", "/"))
                            .unavailableCause())
                    .contains(UnavailableCause.NETWORK);
        }
    }

    @Test
    void with_pins_only_the_certificate_they_name_is_accepted() throws Exception {
        final String pin = TestCertificates.pin(TestCertificates.CARRIER);
        final String other = TestCertificates.pin(TestCertificates.CLIENT);
        try (RawServer server = server(talk -> talk.answerAll(Answers.OK));
                BoundedHttpClient pinned = open(TestCertificates.trusted(other, pin));
                BoundedHttpClient pinnedToAnother = open(TestCertificates.trusted(other))) {
            assertThat(Clients.get(pinned, server.secureUri("localhost", "/")).status())
                    .isEqualTo(200);
            for (int i = 0; i < 2; i++) {
                assertRefused(pinnedToAnother, server, "localhost", "pinned-certificates do not name");
            }
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_pinned_certificate_must_be_trusted_too() throws Exception {
        final TlsOptions pinned = new TlsOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(TestCertificates.pin(TestCertificates.CARRIER)));
        try (RawServer server = server(talk -> talk.answerAll(Answers.OK));
                BoundedHttpClient client = open(pinned)) {
            assertRefused(client, server, "localhost", "showed a certificate of an issuer that is not trusted");
        }
    }

    @Test
    void a_pinned_certificate_that_is_only_sent_along_does_not_count() throws Exception {
        final CertificatePins pins = new CertificatePins(Set.of(TestCertificates.pin(TestCertificates.CARRIER)));
        final Certificate carrier = TestCertificates.certificate(TestCertificates.CARRIER);
        final Certificate other = TestCertificates.certificate(TestCertificates.CLIENT);
        assertThat(pins.accept(new Certificate[] {carrier, other})).isTrue();
        assertThat(pins.accept(new Certificate[] {other, carrier})).isFalse();
    }

    @Test
    void a_client_certificate_is_shown_to_a_server_that_asks_for_one() throws Exception {
        try (RawServer server = RawServer.secureAskingForCertificate(
                        TestCertificates.server(), talk -> talk.answerAll(Answers.OK));
                BoundedHttpClient known = open(new TlsOptions(
                        Optional.of(TestCertificates.TRUST),
                        Optional.of(Secret.of(TestCertificates.PASSWORD)),
                        Optional.of(TestCertificates.CLIENT),
                        Optional.of(Secret.of(TestCertificates.PASSWORD)),
                        Set.of()));
                BoundedHttpClient unknown = trusting()) {
            assertThat(Clients.get(known, server.secureUri("localhost", "/")).status())
                    .isEqualTo(200);
            // With TLS 1.3 the server refuses only after the handshake, and its alert may be lost to its closing.
            assertThat(Clients.failure(unknown, server.secureUri("localhost", "/"))
                            .unavailableCause())
                    .isPresent()
                    .get()
                    .isIn(UnavailableCause.TLS, UnavailableCause.NETWORK);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_key_store_that_is_missing_is_named_with_its_setting(@TempDir final Path folder) {
        final Path missing = folder.resolve("missing.p12");
        assertProblem(store(missing, TestCertificates.PASSWORD), "trust-store: " + missing + " does not exist");
        assertProblem(key(missing, TestCertificates.PASSWORD), "client-certificate: " + missing + " does not exist");
    }

    @Test
    void a_key_store_that_is_none_is_named_with_its_setting(@TempDir final Path folder) throws Exception {
        final Path text = Files.writeString(folder.resolve("text.p12"), "no key store");
        assertProblem(store(text, TestCertificates.PASSWORD), "trust-store: " + text + " is not a key store");
        assertProblem(key(text, TestCertificates.PASSWORD), "client-certificate: " + text + " is not a key store");
    }

    @Test
    void a_wrong_password_is_named_by_its_setting_and_never_shown() {
        assertProblem(
                store(TestCertificates.TRUST, "planted-secret"),
                "trust-store-password: it does not open " + TestCertificates.TRUST);
        assertProblem(
                key(TestCertificates.CLIENT, "planted-secret"),
                "client-certificate-password: it does not open " + TestCertificates.CLIENT);
    }

    @Test
    void a_missing_password_is_named_by_its_setting() {
        final TlsOptions noPassword = new TlsOptions(
                Optional.of(TestCertificates.TRUST), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
        assertProblem(noPassword, "is trust-store-password set?");
        final TlsOptions noKeyPassword = new TlsOptions(
                Optional.empty(), Optional.empty(), Optional.of(TestCertificates.CLIENT), Optional.empty(), Set.of());
        assertProblem(noKeyPassword, "client-certificate");
    }

    @Test
    void a_client_certificate_without_its_key_is_named() {
        assertProblem(
                key(TestCertificates.TRUST, TestCertificates.PASSWORD),
                "client-certificate: " + TestCertificates.TRUST + " holds no private key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256/", "sha256/YWJj", "sha256/!", "sha1/YWJj", "YWJj"})
    void a_pin_that_is_none_is_named_by_its_setting(final String pin) {
        assertProblem(
                new TlsOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(pin)),
                "pinned-certificates: a pin is sha256/");
    }

    private static void assertProblem(final TlsOptions options, final String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(options).close())
                .withMessageContaining(problem)
                .withMessageNotContaining("planted")
                .withNoCause();
    }

    private static TlsOptions store(final Path file, final String password) {
        return new TlsOptions(
                Optional.of(file), Optional.of(Secret.of(password)), Optional.empty(), Optional.empty(), Set.of());
    }

    private static TlsOptions key(final Path file, final String password) {
        return new TlsOptions(
                Optional.empty(), Optional.empty(), Optional.of(file), Optional.of(Secret.of(password)), Set.of());
    }

    private static void assertRefused(
            final BoundedHttpClient client, final RawServer server, final String host, final String why) {
        final UsageException failure = Clients.failure(client, server.secureUri(host, "/planted-secret"));
        assertThat(failure.unavailableCause()).contains(UnavailableCause.TLS);
        assertThat(failure.retryable()).isFalse();
        assertThat(failure)
                .hasMessageContaining(host + ":" + server.port() + " ")
                .hasMessageContaining(why)
                .hasMessageNotContaining("planted-secret")
                .hasNoCause();
        assertThat(client.openConnections()).isZero();
    }

    private static SSLException caused(final GeneralSecurityException problem) {
        return new SSLException(new CertificateException(problem));
    }

    private static RawServer server(final RawServer.Conversation conversation) throws IOException {
        return RawServer.secure(TestCertificates.server(), conversation);
    }

    private static BoundedHttpClient trusting() {
        return open(TestCertificates.trusted());
    }

    private static BoundedHttpClient open(final TlsOptions tls) {
        return new Clients.With().tls(tls).open();
    }
}
