package dev.anycarrier.testkit.fault;

import static dev.anycarrier.testkit.fault.Script.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest {

    private static final String PASSWORD = "changeit";

    private final CertificateAuthority authority = new CertificateAuthority();

    @TempDir
    private Path folder;

    @Test
    void a_good_certificate_is_accepted_by_who_trusts_its_authority() throws Exception {
        assertThat(read(authority.issue("127.0.0.1", "localhost"))).isEqualTo("hello");
        assertThat(authority.issue("127.0.0.1", "localhost").certificate().getSubjectAlternativeNames())
                .containsExactly(List.of(7, "127.0.0.1"), List.of(2, "localhost"));
    }

    @Test
    void an_expired_certificate_is_refused() {
        assertThatThrownBy(() -> read(authority.issueExpired("127.0.0.1")))
                .isInstanceOf(SSLHandshakeException.class)
                .hasStackTraceContaining("NotAfter");
    }

    @Test
    void a_certificate_for_another_host_is_refused() {
        assertThatThrownBy(() -> read(authority.issue("elsewhere.example")))
                .isInstanceOf(SSLHandshakeException.class)
                .hasStackTraceContaining("No subject alternative");
    }

    @Test
    void a_self_signed_certificate_is_refused() {
        assertThatThrownBy(() -> read(CertificateAuthority.selfSigned("127.0.0.1")))
                .isInstanceOf(SSLHandshakeException.class)
                .hasStackTraceContaining("unable to find valid certification path");
    }

    @Test
    void an_old_version_of_tls_is_recognised_and_refused() {
        for (final OldTls version : OldTls.values()) {
            assertThatThrownBy(() -> read(accept().handshake(version)))
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining(
                            "selected protocol version " + version.name().replace("_", ""));
        }
    }

    private String read(final KeyMaterial keys) throws Exception {
        return read(accept().handshake(keys).write("hello").close());
    }

    private String read(final Script script) throws Exception {
        try (FaultServer server = FaultServer.start(script);
                SSLSocket client = (SSLSocket)
                        trusting().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port())) {
            final SSLParameters parameters = client.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            client.setSSLParameters(parameters);
            client.setSoTimeout(5_000);
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private SSLContext trusting() throws Exception {
        final Path file = authority.writeTrustStore(folder.resolve("trust.p12"), PASSWORD);
        final TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
        final SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
