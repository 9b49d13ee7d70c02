package dev.anycarrier.testkit.fault;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes X.509 certificates (RFC 5280) with elliptic-curve keys, in a few milliseconds each. */
final class CertificateWriter {

    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.identifier("1.2.840.10045.4.3.2"));
    private static final int IP_ADDRESS = 0x87;
    private static final int DNS_NAME = 0x82;

    private CertificateWriter() {}

    static KeyPair newKeys() {
        try {
            final KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException("every JDK can make elliptic-curve keys", e);
        }
    }

    /** A certificate of an authority. */
    static X509Certificate authority(final String name, final KeyPair keys, final Instant from, final Instant to) {
        final byte[] constraints = extension("2.5.29.19", Der.sequence(Der.yes()));
        return sign(name, keys.getPrivate(), name, keys.getPublic(), from, to, constraints);
    }

    /** A certificate of a server. */
    static X509Certificate server(
            final String issuer,
            final PrivateKey issuerKey,
            final PublicKey key,
            final List<String> hosts,
            final Instant from,
            final Instant to) {
        final List<byte[]> names = new ArrayList<>();
        hosts.forEach(host -> names.add(name(host)));
        final byte[] extension = extension("2.5.29.17", Der.sequence(names.toArray(byte[][]::new)));
        return sign(issuer, issuerKey, "server of the fault server", key, from, to, extension);
    }

    private static X509Certificate sign(
            final String issuer,
            final PrivateKey issuerKey,
            final String subject,
            final PublicKey key,
            final Instant from,
            final Instant to,
            final byte[] extension) {
        try {
            final byte[] content = Der.sequence(
                    Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                    Der.integer(new BigInteger(
                            1, MessageDigest.getInstance("SHA-256").digest(key.getEncoded()))),
                    ECDSA_WITH_SHA256,
                    commonName(issuer),
                    Der.sequence(Der.time(from), Der.time(to)),
                    commonName(subject),
                    key.getEncoded(),
                    Der.tagged(0xa3, Der.sequence(extension)));
            final Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(issuerKey);
            signature.update(content);
            final byte[] certificate = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException("the certificate is not one", e);
        }
    }

    private static byte[] commonName(final String name) {
        return Der.sequence(Der.set(Der.sequence(Der.identifier("2.5.4.3"), Der.text(name))));
    }

    private static byte[] extension(final String identifier, final byte[] value) {
        return Der.sequence(Der.identifier(identifier), Der.yes(), Der.octets(value));
    }

    private static byte[] name(final String host) {
        if (!Character.isDigit(host.charAt(0))) {
            return Der.tagged(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII));
        }
        try {
            return Der.tagged(IP_ADDRESS, InetAddress.getByName(host).getAddress());
        } catch (final UnknownHostException e) {
            throw new IllegalArgumentException("neither an IP address nor a host name: " + host, e);
        }
    }
}
