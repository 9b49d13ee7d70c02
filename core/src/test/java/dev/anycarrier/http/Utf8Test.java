package dev.anycarrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@link Utf8} says what the JDK's decoder says. */
class Utf8Test {

    /** Bytes at which the rules change. */
    private static final int[] EDGES = {
        0x00, 0x22, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee,
        0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff
    };

    private static boolean isDecoded(final byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (final CharacterCodingException e) {
            return false;
        }
    }

    @Test
    void every_sequence_of_up_to_four_bytes_at_the_edges_is_judged_as_the_jdk_does() {
        for (int number = 0; number < EDGES.length * EDGES.length * EDGES.length * EDGES.length; number++) {
            int rest = number;
            final byte[] bytes = new byte[4];
            for (int index = 0; index < bytes.length; index++) {
                bytes[index] = (byte) EDGES[rest % EDGES.length];
                rest /= EDGES.length;
            }
            for (int length = number < EDGES.length ? 1 : 4; length <= 4; length++) {
                final byte[] sequence = Arrays.copyOf(bytes, length);
                if (Utf8.isValid(sequence) != isDecoded(sequence)) {
                    throw new AssertionError(Arrays.toString(sequence));
                }
            }
        }
    }

    @Test
    void one_wrong_byte_is_found_wherever_it_is() {
        for (int length = 1; length < 100; length++) {
            for (int at = 0; at < length; at++) {
                final byte[] bytes = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
                bytes[at] = (byte) 0xe9;
                assertThat(Utf8.isValid(bytes)).isFalse();
            }
        }
    }

    @Test
    void a_text_has_as_many_units_as_a_string() {
        final Random random = new Random(7);
        for (int number = 0; number < 1_000; number++) {
            final String text = random.ints(20, 0, 0x11_0000)
                    .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                    .map(point -> point >> random.nextInt(15))
                    .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

            assertThat(Utf8.isValid(bytes)).isTrue();
            assertThat(Utf8.units(bytes, 0, bytes.length)).isEqualTo(text.length());
        }
    }
}
