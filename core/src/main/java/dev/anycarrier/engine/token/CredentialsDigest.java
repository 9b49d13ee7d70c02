package dev.anycarrier.engine.token;

import dev.anycarrier.spi.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells credentials apart without telling what they are: a keyed digest (HMAC-SHA-256) over their lengths and values, under
 * the account's key, so that the same secret of two accounts looks different. Thread-safe.
 */
final class CredentialsDigest {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * Digests of one account's credentials.
     *
     * @param account what else tells them apart from others
     */
    CredentialsDigest(final String account) {
        this.key =
                new SecretKeySpec(("anycarrier credentials of " + account).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The digest, as 64 hexadecimal digits. */
    String of(final List<Secret> credentials) {
        final Mac mac;
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
        for (final Secret each : credentials) {
            final byte[] value = each.reveal().getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
            mac.update(value);
        }
        return HexFormat.of().formatHex(mac.doFinal());
    }
}
