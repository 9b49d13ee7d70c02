package dev.anycarrier.testkit.fault;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** As much of DER (ITU-T X.690) as a certificate needs, since the JDK reads certificates but does not make them. */
final class Der {

    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(final byte[]... parts) {
        return tagged(0x30, parts);
    }

    static byte[] set(final byte[]... parts) {
        return tagged(0x31, parts);
    }

    static byte[] integer(final BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    static byte[] yes() {
        return tagged(0x01, new byte[] {(byte) 0xff});
    }

    static byte[] text(final String text) {
        return tagged(0x0c, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A time before 2050. */
    static byte[] time(final Instant time) {
        return tagged(0x17, UTC_TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] bits(final byte[] bytes) {
        return tagged(0x03, new byte[1], bytes);
    }

    static byte[] octets(final byte[] bytes) {
        return tagged(0x04, bytes);
    }

    static byte[] identifier(final String dotted) {
        final String[] arcs = dotted.split("\\.", -1);
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(40 * Integer.parseInt(arcs[0]) + Integer.parseInt(arcs[1]));
        for (int index = 2; index < arcs.length; index++) {
            writeArc(bytes, Integer.parseInt(arcs[index]));
        }
        return tagged(0x06, bytes.toByteArray());
    }

    static byte[] tagged(final int tag, final byte[]... parts) {
        final ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (final byte[] part : parts) {
            content.writeBytes(part);
        }
        final ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        writeLength(value, content.size());
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    private static void writeArc(final ByteArrayOutputStream bytes, final int arc) {
        if (arc >= 1 << 14) {
            bytes.write(((arc >>> 14) & 0x7f) | 0x80);
        }
        if (arc >= 1 << 7) {
            bytes.write(((arc >>> 7) & 0x7f) | 0x80);
        }
        bytes.write(arc & 0x7f);
    }

    private static void writeLength(final ByteArrayOutputStream value, final int length) {
        if (length >= 1 << 8) {
            value.write(0x82);
            value.write(length >>> 8);
        } else if (length >= 1 << 7) {
            value.write(0x81);
        }
        value.write(length & 0xff);
    }
}
