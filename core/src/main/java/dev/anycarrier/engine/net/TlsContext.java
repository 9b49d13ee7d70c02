package dev.anycarrier.engine.net;

import dev.anycarrier.spi.UsageException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes connections secure: TLS 1.2 or 1.3, the certificate valid for the host, no protocol but HTTP/1.1. Thread-safe. */
final class TlsContext {

    private final TrustManager @Nullable [] trust;
    private final KeyManager @Nullable [] keys;
    private final CertificatePins pins;

    private final ReentrantLock creating = new ReentrantLock();

    // The JDK's own trust store takes long to read, and who never uses https has no need of it.
    private volatile @Nullable SSLSocketFactory factory;

    /**
     * Reads keys and certificates.
     *
     * @throws IllegalArgumentException if they cannot be used; the message names the setting
     */
    TlsContext(final TlsOptions options) {
        this.trust = KeyStores.trustManagers(options);
        this.keys = KeyStores.keyManagers(options);
        this.pins = new CertificatePins(options.pinnedCertificates());
    }

    /**
     * Performs the handshake with the origin at the other end of a connection.
     *
     * @throws UsageException if its certificate is refused, or it and we do not agree otherwise
     * @throws IOException if time, interruption or closing ended it
     */
    SSLSocket secure(final TimedSocket connection, final Origin origin) throws IOException {
        final SSLSocket secured = (SSLSocket) factory().createSocket(connection, origin.host(), origin.port(), true);
        final SSLParameters parameters = secured.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        try {
            secured.startHandshake();
        } catch (final IOException e) {
            throw HandshakeFailure.of(e, connection, origin);
        }
        requirePinned(secured, origin);
        return secured;
    }

    private void requirePinned(final SSLSocket secured, final Origin origin) throws IOException {
        if (!pins.accept(secured.getSession().getPeerCertificates())) {
            // Else a later connection could resume this session.
            secured.getSession().invalidate();
            throw HandshakeFailure.refused(origin, "showed a certificate that pinned-certificates do not name");
        }
    }

    private SSLSocketFactory factory() {
        final SSLSocketFactory existing = factory;
        return existing == null ? create() : existing;
    }

    private SSLSocketFactory create() {
        creating.lock();
        try {
            SSLSocketFactory created = factory;
            if (created == null) {
                final SSLContext context = SSLContext.getInstance("TLS");
                context.init(keys, trust, null);
                created = context.getSocketFactory();
                factory = created;
            }
            return created;
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot speak TLS: " + e.getMessage(), e);
        } finally {
            creating.unlock();
        }
    }
}
