package dev.anycarrier.testkit;

import dev.anycarrier.usage.Iccid;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Draws what a simulated carrier is made of. The same seed gives the same draws in the same order. Not thread-safe: a
 * carrier is drawn when it is started.
 */
public final class Draw {

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final String DECIMAL = "0123456789";
    private static final List<String> ICCID_ISSUERS = List.of("8944", "8945", "8946", "8910", "89852", "893");
    private static final List<Integer> ICCID_LENGTHS = List.of(19, 19, 19, 20);
    private static final int WRONG_CHECK_DIGIT_ONE_IN = 12;

    private final SplittableRandom random;

    private Draw(final SplittableRandom random) {
        this.random = random;
    }

    /** The draws of one carrier: two carriers of one seed have nothing in common. */
    public static Draw of(final String carrier, final long seed) {
        return new Draw(new SplittableRandom(31 * seed + carrier.hashCode()));
    }

    /** Draws of their own, so that what one part takes does not move what the next one gets. */
    public Draw split() {
        return new Draw(random.split());
    }

    /** A seed for draws of another kind. */
    public long seed() {
        return random.nextLong();
    }

    /** A number from 0 to {@code bound}, which is excluded. */
    public int below(final int bound) {
        return random.nextInt(bound);
    }

    /** A number within bounds, both included. */
    public int between(final int lowest, final int highest) {
        return random.nextInt(lowest, highest + 1);
    }

    /** A number within bounds, both included; the higher one is less than the largest there is. */
    public long between(final long lowest, final long highest) {
        return random.nextLong(lowest, highest + 1);
    }

    /** Whether one of so many chances has come. */
    public boolean oneIn(final int chances) {
        return random.nextInt(chances) == 0;
    }

    /** One of the choices, of which there is at least one. */
    public <T> T any(final List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The items in another order. */
    public <T> List<T> shuffled(final List<T> items) {
        final List<T> left = new ArrayList<>(items);
        final List<T> shuffled = new ArrayList<>(items.size());
        while (!left.isEmpty()) {
            shuffled.add(left.remove(random.nextInt(left.size())));
        }
        return shuffled;
    }

    /** Decimal digits. */
    public String digits(final int length) {
        return text(DECIMAL, length);
    }

    /** Hexadecimal digits. */
    public String hexadecimal(final int length) {
        return text(HEXADECIMAL, length);
    }

    /** ASCII letters and digits. */
    public String lettersAndDigits(final int length) {
        return text(LETTERS_AND_DIGITS, length);
    }

    /** A random UUID (RFC 9562, version 4). */
    public String uuid() {
        final long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        final long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** An ICCID; like those of real carriers, now and then with a wrong check digit. */
    public Iccid iccid() {
        final String issuer = any(ICCID_ISSUERS);
        final String payload = issuer + digits(any(ICCID_LENGTHS) - 1 - issuer.length());
        final int shift = oneIn(WRONG_CHECK_DIGIT_ONE_IN) ? between(1, 9) : 0;
        for (int digit = 0; digit < 10; digit++) {
            if (new Iccid(payload + digit).hasValidCheckDigit()) {
                return new Iccid(payload + (digit + shift) % 10);
            }
        }
        throw new IllegalStateException("one of ten digits is the check digit");
    }

    private String text(final String alphabet, final int length) {
        final StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
