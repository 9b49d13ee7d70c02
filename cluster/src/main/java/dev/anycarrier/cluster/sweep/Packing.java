package dev.anycarrier.cluster.sweep;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Makes the bytes of an outcome fewer: most of what is in one is in all others. The first byte says how it was done. Not
 * thread-safe.
 */
final class Packing {

    private static final byte WITH_FIRST_DICTIONARY = 1;
    private static final int LONGEST = 16 << 20;

    /** Never to be changed: what is kept can be read with the same one only. */
    private static final byte[] FIRST_DICTIONARY = """
            TOO_MANY_REQUESTSUNAVAILABLEDEADLINE_EXCEEDEDPROTOCOLINVALID_DATANOT_FOUNDGONEREJECTED_INPUT\
            AUTHENTICATION_FAILEDPERMISSION_DENIEDNETWORKCARRIER_ERRORATTEMPT_TIMEOUTCIRCUIT_OPEN\
            "carrierStatus":"VOICEMESSAGE"unlimited""unknown""status":"EXHAUSTED""status":"EXPIRED"USEDRESETCORRECTION\
            {"provider":"airalo","name":"airalo-eu","sim":"carrier:{"provider":"pressone","name":"onomondo","sim":"iccid:89\
            ","status":"ACTIVE","buckets":[{"id":"","service":"DATA","allowance":"limited","total":1073741824,"remaining":\
            ,"used":0,"status":"ACTIVE","validity":{"start":"2026-01-01T00:00:00Z","end":"2026-12-31T23:59:59Z"}}],\
            "counters":[{"service":"DATA","used":,"period":{}}],"fetchedAt":"2026-11-27T00:00:00.000000Z",\
            "observedAt":"2026-11-27T00:00:00Z","carrierCacheTime":"PT15M","warnings":[]}""".getBytes(StandardCharsets.US_ASCII);

    byte[] pack(final byte[] bytes) {
        final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setDictionary(FIRST_DICTIONARY);
            deflater.setInput(bytes);
            deflater.finish();
            final byte[] room = new byte[bytes.length + bytes.length / 8 + 64];
            room[0] = WITH_FIRST_DICTIONARY;
            final int length = deflater.deflate(room, 1, room.length - 1);
            if (!deflater.finished()) {
                throw new AssertionError("deflated bytes are much more than the bytes themselves");
            }
            return Arrays.copyOf(room, length + 1);
        } finally {
            deflater.end();
        }
    }

    /**
     * Unpacks.
     *
     * @throws IllegalArgumentException if they were not packed by this or an earlier version
     */
    byte[] unpack(final byte[] packed) {
        if (packed.length == 0 || packed[0] != WITH_FIRST_DICTIONARY) {
            throw new IllegalArgumentException("an outcome is kept in a way that this version does not know");
        }
        final Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(FIRST_DICTIONARY);
            inflater.setInput(packed, 1, packed.length - 1);
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
            final byte[] some = new byte[1024];
            while (!inflater.finished()) {
                final int length = inflater.inflate(some);
                if ((length == 0 && !inflater.finished()) || bytes.size() > LONGEST) {
                    throw new IllegalArgumentException("an outcome is damaged");
                }
                bytes.write(some, 0, length);
            }
            return bytes.toByteArray();
        } catch (final DataFormatException e) {
            throw new IllegalArgumentException("an outcome is damaged");
        } finally {
            inflater.end();
        }
    }
}
