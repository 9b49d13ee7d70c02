package dev.anycarrier.engine.net;

import dev.anycarrier.spi.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Self-signed certificates in key stores, made once by the JDK's own keytool. */
final class TestCertificates {

    static final String PASSWORD = "planted-password";

    private static final Path FOLDER = newFolder();

    /** For {@code localhost} and {@code api.example.com}. */
    static final Path CARRIER;

    /** For a client. */
    static final Path CLIENT;

    /** Trusts both. */
    static final Path TRUST;

    static {
        final Process carrier = startKeytool("carrier", "dns:localhost,dns:api.example.com");
        final Process client = startKeytool("client", "dns:client");
        CARRIER = finish(carrier, "carrier");
        CLIENT = finish(client, "client");
        TRUST = trusting(CARRIER, CLIENT);
    }

    private TestCertificates() {}

    /** What a server needs to show the certificate, and to ask clients for one. */
    static SSLContext server() {
        try {
            final KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            shown.init(load(CARRIER), PASSWORD.toCharArray());
            final TrustManagerFactory trusted =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(load(TRUST));
            final SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pin(final Path keys) {
        try {
            final byte[] key = certificate(keys).getPublicKey().getEncoded();
            return "sha256/"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trust in the carrier's certificate, and these pins. */
    static TlsOptions trusted(final String... pins) {
        return new TlsOptions(
                Optional.of(TRUST), Optional.of(Secret.of(PASSWORD)), Optional.empty(), Optional.empty(), Set.of(pins));
    }

    private static Path trusting(final Path... keys) {
        final Path file = FOLDER.resolve("trust.p12");
        file.toFile().deleteOnExit();
        try (OutputStream output = Files.newOutputStream(file)) {
            final KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (final Path key : keys) {
                store.setCertificateEntry(key.getFileName().toString(), certificate(key));
            }
            store.store(output, PASSWORD.toCharArray());
            return file;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Certificate certificate(final Path keys) throws GeneralSecurityException {
        return load(keys).getCertificate("it");
    }

    private static KeyStore load(final Path file) throws GeneralSecurityException {
        try {
            return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process startKeytool(final String name, final String alternativeNames) {
        final List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                FOLDER.resolve(name + ".p12").toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                "it",
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-validity",
                "36500",
                "-ext",
                "SAN=" + alternativeNames);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path finish(final Process keytool, final String name) {
        try {
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
        final Path file = FOLDER.resolve(name + ".p12");
        file.toFile().deleteOnExit();
        return file;
    }

    private static Path newFolder() {
        try {
            final Path folder = Files.createTempDirectory("certificates");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
