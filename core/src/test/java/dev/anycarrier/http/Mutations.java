package dev.anycarrier.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages documents in the ways that find gaps in readers of JSON; the same seed, the same damage. */
final class Mutations {

    private static final Pattern TOKENS = Pattern.compile("\"[^\"]*\"|[\\w.+-]+|\\s+|.", Pattern.DOTALL);
    private static final byte[] BYTES =
            "\"\"\\\\{}[]::,,019-+.eEubnt/ \t\r\n\f\0\u001f\u007f".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] HIGH_BYTES =
            bytes(0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xe0, 0xed, 0xa0, 0xef, 0xf0, 0xf4, 0xff);
    private static final List<byte[]> WORDS = List.of(
            ascii("null"),
            ascii("true"),
            ascii("false"),
            ascii("\"\""),
            ascii("\"text\""),
            ascii("\\u0062"),
            ascii("\\ud83d\\ude00"),
            ascii("\\ud800"),
            ascii("\\uDFFF"),
            ascii("\\\""),
            ascii("0"),
            ascii("-0"),
            ascii("-"),
            ascii("01"),
            ascii("1.0"),
            ascii("1e3"),
            ascii("1E+400"),
            ascii("9223372036854775807"),
            ascii("-9223372036854775808"),
            ascii("9223372036854775808"),
            ascii("123456789012345678901234567890"),
            ascii("NaN"),
            ascii("{}"),
            ascii("[]"),
            ascii("[{\"a\":[1,\"b\"]}]"),
            ascii(",\"new\":[null,{}]"),
            ascii("\"bytes\":1,"),
            ascii("\"b\\u0079tes\":1,"),
            ascii("\"mnc\":\"02\","),
            ascii("[".repeat(70)),
            ascii("{\"a\":".repeat(63)),
            ascii("{\"" + "n".repeat(257) + "\":0}"),
            ascii("1".repeat(5_001)),
            "é€😀".getBytes(StandardCharsets.UTF_8),
            bytes(0xed, 0xa0, 0x80),
            bytes(0xc0, 0xaf),
            bytes(0xf4, 0x90, 0x80, 0x80),
            bytes(0xef, 0xbb, 0xbf));

    private final Random random;

    Mutations(final long seed) {
        this.random = new Random(seed);
    }

    byte[] damage(final byte[] document) {
        byte[] damaged = document;
        for (int left = 1 + random.nextInt(3); left > 0 && damaged.length > 0; left--) {
            damaged = damageOnce(damaged);
        }
        return damaged;
    }

    private byte[] damageOnce(final byte[] document) {
        final int at = random.nextInt(document.length);
        final int end = Math.min(document.length, at + 1 + random.nextInt(8));
        return switch (random.nextInt(9)) {
            case 0 -> spliced(document, at, at + 1, new byte[] {(byte) (document[at] ^ (1 << random.nextInt(8)))});
            case 1 -> spliced(document, at, at + 1, new byte[] {oneOf(BYTES)});
            case 2 -> spliced(document, at, at, new byte[] {oneOf(BYTES)});
            case 3 -> spliced(document, at, at, new byte[] {oneOf(HIGH_BYTES)});
            case 4 -> spliced(document, at, end, new byte[0]);
            case 5 -> random.nextInt(4) == 0 ? Arrays.copyOf(document, at) : withoutToken(document);
            case 6 -> spliced(document, at, at, Arrays.copyOfRange(document, at, end));
            case 7 -> withWord(document);
            default -> withTokensSwapped(document);
        };
    }

    private byte[] withWord(final byte[] document) {
        final List<byte[]> tokens = tokens(document);
        final int at = random.nextInt(tokens.size());
        final byte[] word = WORDS.get(random.nextInt(WORDS.size()));
        final byte[] old = tokens.get(at);
        tokens.set(at, random.nextInt(3) == 0 ? spliced(old, old.length / 2, old.length / 2, word) : word);
        return joined(tokens);
    }

    private byte[] withoutToken(final byte[] document) {
        final List<byte[]> tokens = tokens(document);
        tokens.remove(random.nextInt(tokens.size()));
        return joined(tokens);
    }

    private byte[] withTokensSwapped(final byte[] document) {
        final List<byte[]> tokens = tokens(document);
        final int one = random.nextInt(tokens.size());
        final int other = Math.min(tokens.size() - 1, one + random.nextInt(6));
        tokens.set(one, tokens.set(other, tokens.get(one)));
        return joined(tokens);
    }

    private static List<byte[]> tokens(final byte[] document) {
        final List<byte[]> tokens = new ArrayList<>();
        final Matcher matcher = TOKENS.matcher(new String(document, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            tokens.add(matcher.group().getBytes(StandardCharsets.ISO_8859_1));
        }
        return tokens;
    }

    private static byte[] joined(final List<byte[]> tokens) {
        final ByteArrayOutputStream document = new ByteArrayOutputStream();
        tokens.forEach(document::writeBytes);
        return document.toByteArray();
    }

    private static byte[] spliced(final byte[] document, final int from, final int to, final byte[] middle) {
        return joined(
                List.of(Arrays.copyOf(document, from), middle, Arrays.copyOfRange(document, to, document.length)));
    }

    private byte oneOf(final byte[] bytes) {
        return bytes[random.nextInt(bytes.length)];
    }

    private static byte[] ascii(final String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(final int... values) {
        final byte[] bytes = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }
}
