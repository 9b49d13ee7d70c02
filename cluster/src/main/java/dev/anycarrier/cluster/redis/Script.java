package dev.anycarrier.cluster.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/** What Redis decides in one step. */
enum Script {
    ASK(true),
    LOOK(true),
    RELEASE(true),
    HOLD(true),
    LANDED(true),
    TOKEN(true),
    FETCHED(true),
    BEGIN(true),
    STATUS(true),
    BEAT(false),
    OVERVIEW(false);

    private static final String PRELUDE = "prelude";

    private final String text;
    private final String digest;

    Script(final boolean ofAnAccount) {
        final String own = resource(name().toLowerCase(Locale.ROOT));
        this.text = ofAnAccount ? resource(PRELUDE) + own : own;
        this.digest = sha1(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The whole of it. */
    String text() {
        return text;
    }

    /** By which Redis knows it. */
    String digest() {
        return digest;
    }

    private static String resource(final String name) {
        try (InputStream in = Objects.requireNonNull(
                Script.class.getResourceAsStream(name + ".lua"), () -> "no script of the name " + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot read the script " + name, e);
        }
    }

    private static String sha1(final byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
