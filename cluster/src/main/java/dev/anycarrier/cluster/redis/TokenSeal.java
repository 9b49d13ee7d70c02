package dev.anycarrier.cluster.redis;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts tokens (AES-256-GCM), each for one account and its credentials alone. Thread-safe. */
final class TokenSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte VERSION = 1;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    TokenSeal(final Secret secret) {
        this.key = new SecretKeySpec(derived(secret), "AES");
    }

    /** Encrypts. */
    byte[] seal(final String account, final String credentials, final AccessToken token) {
        final byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        final String plain = token.lifetime() + " " + token.secret().reveal();
        try {
            final Cipher cipher = cipher(Cipher.ENCRYPT_MODE, iv, account, credentials);
            final byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.US_ASCII));
            return ByteBuffer.allocate(1 + IV_BYTES + sealed.length)
                    .put(VERSION)
                    .put(iv)
                    .put(sealed)
                    .array();
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    /** Decrypts; empty if it was sealed under another key, for something else, or is damaged. */
    Optional<AccessToken> open(final String account, final String credentials, final byte[] sealed) {
        if (sealed.length <= 1 + IV_BYTES + TAG_BITS / Byte.SIZE || sealed[0] != VERSION) {
            return Optional.empty();
        }
        final byte[] iv = new byte[IV_BYTES];
        System.arraycopy(sealed, 1, iv, 0, IV_BYTES);
        final int start = 1 + IV_BYTES;
        try {
            final Cipher cipher = cipher(Cipher.DECRYPT_MODE, iv, account, credentials);
            return read(new String(cipher.doFinal(sealed, start, sealed.length - start), StandardCharsets.US_ASCII));
        } catch (final GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<AccessToken> read(final String plain) {
        final int space = plain.indexOf(' ');
        try {
            return Optional.of(new AccessToken(
                    Secret.of(plain.substring(space + 1)), Duration.parse(plain.substring(0, Math.max(0, space)))));
        } catch (final IllegalArgumentException | DateTimeException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private Cipher cipher(final int mode, final byte[] iv, final String account, final String credentials)
            throws GeneralSecurityException {
        final Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        final byte[] first = account.getBytes(StandardCharsets.UTF_8);
        // With its length: no other account and credentials together look the same.
        cipher.updateAAD(ByteBuffer.allocate(Integer.BYTES).putInt(first.length).array());
        cipher.updateAAD(first);
        cipher.updateAAD(credentials.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] derived(final Secret secret) {
        try {
            final Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal("anycarrier: access tokens".getBytes(StandardCharsets.UTF_8));
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
