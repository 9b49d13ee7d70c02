package dev.anycarrier.engine.net;

import dev.anycarrier.spi.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Reads the key stores of {@link TlsOptions}; problems name the setting and the file, never a password. */
final class KeyStores {

    private KeyStores() {}

    /** What decides about the server's certificate; null for the JDK's own trust. */
    static TrustManager @Nullable [] trustManagers(final TlsOptions options) {
        if (options.trustStore().isEmpty()) {
            return null;
        }
        final Path file = options.trustStore().get();
        final char @Nullable [] password = password(options.trustStorePassword());
        try {
            final KeyStore store = load(file, password, "trust-store");
            // Without the password, an encrypted store opens but looks empty.
            if (Collections.list(store.aliases()).isEmpty()) {
                throw new IllegalArgumentException("trust-store: " + file
                        + " holds no certificate that can be read; is trust-store-password set?");
            }
            final TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (final GeneralSecurityException e) {
            throw broken("trust-store", file);
        }
    }

    /** What shows the client's certificate; null to show none. */
    static KeyManager @Nullable [] keyManagers(final TlsOptions options) {
        if (options.clientCertificate().isEmpty()) {
            return null;
        }
        final Path file = options.clientCertificate().get();
        final char @Nullable [] password = password(options.clientCertificatePassword());
        try {
            final KeyStore store = load(file, password, "client-certificate");
            if (!hasKey(store)) {
                throw new IllegalArgumentException("client-certificate: " + file + " holds no private key");
            }
            final KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory.getKeyManagers();
        } catch (final UnrecoverableKeyException e) {
            throw wrongPassword("client-certificate", file);
        } catch (final GeneralSecurityException e) {
            throw broken("client-certificate", file);
        }
    }

    private static KeyStore load(final Path file, final char @Nullable [] password, final String setting)
            throws GeneralSecurityException {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(setting + ": " + file + " does not exist or cannot be read");
        }
        try {
            return KeyStore.getInstance(file.toFile(), password);
        } catch (final IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? wrongPassword(setting, file)
                    : broken(setting, file);
        }
    }

    private static boolean hasKey(final KeyStore store) throws GeneralSecurityException {
        for (final String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    private static char @Nullable [] password(final Optional<Secret> secret) {
        return secret.isPresent() ? secret.get().reveal().toCharArray() : null;
    }

    private static IllegalArgumentException wrongPassword(final String setting, final Path file) {
        return new IllegalArgumentException(setting + "-password: it does not open " + file);
    }

    private static IllegalArgumentException broken(final String setting, final Path file) {
        return new IllegalArgumentException(
                setting + ": " + file + " is not a key store of type PKCS12 or JKS, or is damaged");
    }
}
