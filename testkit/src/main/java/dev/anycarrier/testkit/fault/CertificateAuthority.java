package dev.anycarrier.testkit.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * An authority that nobody trusts unless told to, and the certificates it issues. Its own certificate is valid until
 * 2049; everything is made in memory. Thread-safe.
 */
public final class CertificateAuthority {

    private static final String NAME = "authority of the fault server";
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant NOT_SO_LONG_AGO = Instant.parse("2021-01-01T00:00:00Z");
    private static final Instant FAR_AWAY = Instant.parse("2049-12-31T00:00:00Z");

    private final KeyPair keys = CertificateWriter.newKeys();
    private final X509Certificate certificate = CertificateWriter.authority(NAME, keys, LONG_AGO, FAR_AWAY);

    /** A new authority. */
    public CertificateAuthority() {}

    /**
     * A good certificate, valid until 2049, with new keys.
     *
     * @param hosts the host names and IPv4 addresses it is for
     */
    public KeyMaterial issue(final String... hosts) {
        return issue(FAR_AWAY, List.of(hosts));
    }

    /** A certificate that expired at the beginning of 2021, with new keys. */
    public KeyMaterial issueExpired(final String... hosts) {
        return issue(NOT_SO_LONG_AGO, List.of(hosts));
    }

    /** A certificate, valid until 2049, that no authority has signed. */
    public static KeyMaterial selfSigned(final String... hosts) {
        final KeyPair own = CertificateWriter.newKeys();
        return new KeyMaterial(
                own.getPrivate(),
                List.of(CertificateWriter.server(
                        "server of the fault server",
                        own.getPrivate(),
                        own.getPublic(),
                        List.of(hosts),
                        LONG_AGO,
                        FAR_AWAY)));
    }

    /**
     * Writes a PKCS#12 trust store that holds this authority and nothing else.
     *
     * @return the file
     */
    public Path writeTrustStore(final Path file, final String password) throws IOException {
        try (OutputStream output = Files.newOutputStream(file)) {
            final KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", certificate);
            store.store(output, password.toCharArray());
            return file;
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException("every JDK can write PKCS#12", e);
        }
    }

    private KeyMaterial issue(final Instant to, final List<String> hosts) {
        final KeyPair server = CertificateWriter.newKeys();
        return new KeyMaterial(
                server.getPrivate(),
                List.of(
                        CertificateWriter.server(NAME, keys.getPrivate(), server.getPublic(), hosts, LONG_AGO, to),
                        certificate));
    }
}
