package dev.anycarrier.cluster.redis;

import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The names of one account's keys: a tag in braces, by which they are all kept in one place, and what each is. Immutable. */
final class AccountKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int TAG_BYTES = 6;

    /** A million SIMs, and two of the same name come once in 10^17 such accounts. */
    private static final int NAME_BYTES = 12;

    private final SecretKeySpec key;
    private final String start;
    private final boolean wholeSimIds;

    AccountKeys(final String prefix, final String account, final boolean wholeSimIds) {
        this.key = new SecretKeySpec(account.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.wholeSimIds = wholeSimIds;
        this.start = prefix + ":{" + digest("account", TAG_BYTES) + "}:";
    }

    /** Who is there. */
    static String nodes(final String prefix) {
        return prefix + ":nodes";
    }

    /** Which accounts there are. */
    static String accounts(final String prefix) {
        return prefix + ":accounts";
    }

    /** How SIMs are named, in a word. */
    String naming() {
        return wholeSimIds ? "whole" : "digest";
    }

    String account() {
        return start + "account";
    }

    String lane(final boolean token) {
        return start + (token ? "tokens" : "sent");
    }

    String token(final String credentials) {
        return start + "k:" + digest("credentials " + credentials, NAME_BYTES);
    }

    /** A SIM's name in keys and permits. */
    String nameOf(final SimId sim) {
        final String whole = (sim instanceof Iccid ? "iccid:" : "carrier:") + sim.value();
        return wholeSimIds ? whole : digest("sim " + whole, NAME_BYTES);
    }

    /** By its {@linkplain #nameOf name}. */
    String sim(final String name) {
        return start + "s:" + name;
    }

    private String digest(final String text, final int bytes) {
        try {
            final Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            final byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, bytes));
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
