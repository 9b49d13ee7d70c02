package dev.anycarrier.engine.net;

import dev.anycarrier.spi.Secret;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The keys and certificates of a {@link BoundedHttpClient}.
 *
 * @param trustStore a PKCS #12 or JKS key store with the certificates that are trusted, or empty for the JDK's
 * @param trustStorePassword its password, or empty if it has none
 * @param clientCertificate a PKCS #12 or JKS key store with the certificate and key that are shown to the server, or
 *     empty to show none
 * @param clientCertificatePassword its password, or empty if it has none
 * @param pinnedCertificates pins of which the server's certificates must match one, besides being valid; each is {@code
 *     sha256/} and the Base64 of the SHA-256 of a SubjectPublicKeyInfo (RFC 7469, 2.4); empty for none
 */
public record TlsOptions(
        Optional<Path> trustStore,
        Optional<Secret> trustStorePassword,
        Optional<Path> clientCertificate,
        Optional<Secret> clientCertificatePassword,
        Set<String> pinnedCertificates) {

    /** Checks that each is there. */
    public TlsOptions {
        Objects.requireNonNull(trustStore, "trustStore");
        Objects.requireNonNull(trustStorePassword, "trustStorePassword");
        Objects.requireNonNull(clientCertificate, "clientCertificate");
        Objects.requireNonNull(clientCertificatePassword, "clientCertificatePassword");
        pinnedCertificates = Set.copyOf(pinnedCertificates);
    }

    /** The JDK's trust, no client certificate, no pins. */
    public static TlsOptions standard() {
        return new TlsOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }
}
