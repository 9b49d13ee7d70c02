package dev.anycarrier.engine.net;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/** The public keys of which a server's chain must hold one (RFC 7469, 2.4 and 2.6). Immutable. */
final class CertificatePins {

    private static final String PREFIX = "sha256/";
    private static final int DIGEST_BYTES = 32;

    private final Set<String> digests;

    /**
     * Reads pins.
     *
     * @throws IllegalArgumentException if one is no pin
     */
    CertificatePins(final Set<String> pins) {
        final Set<String> read = new HashSet<>();
        for (final String pin : pins) {
            if (!pin.startsWith(PREFIX) || !isDigest(pin.substring(PREFIX.length()))) {
                throw new IllegalArgumentException("pinned-certificates: a pin is sha256/ and the Base64 of the"
                        + " SHA-256 of a certificate's public key");
            }
            read.add(pin.substring(PREFIX.length()));
        }
        this.digests = Set.copyOf(read);
    }

    /**
     * Whether there are no pins, or one is of the leaf or of a certificate that signed it.
     *
     * @param chain the certificates as the server sent them, the leaf first; what follows may be anything, so only an
     *     unbroken line of signatures from the leaf on counts
     */
    boolean accept(final Certificate[] chain) {
        if (digests.isEmpty()) {
            return true;
        }
        for (int i = 0; i < chain.length; i++) {
            if (i > 0 && !isSigned(chain[i - 1], chain[i].getPublicKey())) {
                return false;
            }
            if (digests.contains(digest(chain[i].getPublicKey()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSigned(final Certificate certificate, final PublicKey by) {
        try {
            certificate.verify(by);
            return true;
        } catch (final GeneralSecurityException e) {
            return false;
        }
    }

    private static String digest(final PublicKey key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean isDigest(final String base64) {
        try {
            return Base64.getDecoder().decode(base64).length == DIGEST_BYTES;
        } catch (final IllegalArgumentException e) {
            return false;
        }
    }
}
