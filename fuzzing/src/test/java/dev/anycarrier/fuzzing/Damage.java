package dev.anycarrier.fuzzing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Inputs like others, but broken; the same seed, the same inputs. */
final class Damage {

    private static final List<String> WORDS = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "\"\"",
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "=",
            "\n",
            "\\",
            "0",
            "-1",
            "1.5",
            "1e999",
            "1E-9",
            "NaN",
            "9223372036854775807",
            "9223372036854775808",
            "123456789012345678901234567890",
            "\\u0000",
            "\\ud800",
            "é€😀",
            "\0",
            "${env:KNOWN}",
            "${env:",
            "2024-01-17 00:00:00",
            "0000-00-00 00:00:00",
            "99999999999",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[");

    private final List<byte[]> samples;
    private final Random random;

    Damage(final List<byte[]> samples, final long seed) {
        this.samples = List.copyOf(samples);
        this.random = new Random(seed);
    }

    byte[] next() {
        byte[] input = sample();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            input = damaged(input);
        }
        return input;
    }

    private byte[] damaged(final byte[] input) {
        final int start = random.nextInt(input.length + 1);
        final int end = Math.min(input.length, start + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> joined(input, start, new byte[] {(byte) random.nextInt(256)}, Math.min(input.length, start + 1));
            case 1 -> joined(input, start, word(), start);
            case 2 -> joined(input, start, word(), end);
            case 3 -> joined(input, start, new byte[0], end);
            case 4 -> joined(input, end, input, start);
            default -> joined(input, start, sample(), input.length);
        };
    }

    /** The input up to a place, something else, and the input from another place on. */
    private static byte[] joined(final byte[] input, final int end, final byte[] middle, final int start) {
        final ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(input, 0, end);
        joined.writeBytes(middle);
        joined.write(input, start, input.length - start);
        return joined.toByteArray();
    }

    private byte[] sample() {
        return samples.get(random.nextInt(samples.size()));
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }
}
