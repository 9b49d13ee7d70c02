package dev.anycarrier.engine.net;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import org.jspecify.annotations.Nullable;

/** Words what went wrong in a TLS handshake. */
final class HandshakeFailure {

    private HandshakeFailure() {}

    /**
     * The failure of a handshake.
     *
     * @throws IOException the same, if neither certificates nor the other end are to blame but time, interruption or
     *     closing
     */
    static UsageException of(final IOException failure, final TimedSocket connection, final Origin origin)
            throws IOException {
        final @Nullable String refusal = refusal(failure);
        if (refusal != null) {
            return refused(origin, refusal);
        }
        if (connection.endedByPeer()) {
            return UsageException.unavailable(
                            UnavailableCause.TLS, origin + " closed the connection during the TLS handshake")
                    .retryable(true)
                    .build();
        }
        if (connection.endedByUs()) {
            throw failure;
        }
        return refused(origin, "and this client found no common TLS version, cipher or proof of identity");
    }

    /** A refusal, ours or theirs, that asking again does not change. */
    static UsageException refused(final Origin origin, final String what) {
        return UsageException.unavailable(UnavailableCause.TLS, origin + " " + what)
                .build();
    }

    /** What is wrong with the certificate, or null if it is not to blame. */
    static @Nullable String refusal(final Throwable failure) {
        boolean certificate = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            certificate |= cause instanceof CertificateException || cause instanceof CertPathValidatorException;
            if (cause instanceof CertificateExpiredException) {
                return "showed an expired certificate";
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "showed a certificate that is not valid yet";
            }
            if (cause instanceof CertPathBuilderException) {
                return "showed a certificate of an issuer that is not trusted";
            }
            if (cause.getClass() == CertificateException.class && cause.getCause() == null) {
                return "showed a certificate for another host";
            }
        }
        return certificate ? "showed a certificate that is not valid" : null;
    }
}
