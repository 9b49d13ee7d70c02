package dev.anycarrier.testkit.fault;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server's private key and the certificates it shows, its own first. Immutable and thread-safe. */
public final class KeyMaterial {

    private static final char[] PASSWORD = "in memory only".toCharArray();

    private final List<X509Certificate> chain;
    private final SSLContext serverContext;

    KeyMaterial(final PrivateKey key, final List<X509Certificate> chain) {
        this.chain = List.copyOf(chain);
        this.serverContext = serverContext(key, this.chain);
    }

    /** The server's own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The server's public key as a pin: {@code sha256/} and the Base64 of its digest (RFC 7469, 2.4). */
    public String pin() {
        try {
            final byte[] key = certificate().getPublicKey().getEncoded();
            return "sha256/"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Makes sockets and engines that show these certificates. */
    public SSLContext serverContext() {
        return serverContext;
    }

    private static SSLContext serverContext(final PrivateKey key, final List<X509Certificate> chain) {
        try {
            final KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, PASSWORD, chain.toArray(X509Certificate[]::new));
            final KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            final SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (final GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK can hold a key in memory", e);
        }
    }
}
