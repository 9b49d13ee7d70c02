package dev.anycarrier.http;

/** Passes numbers; the whole one passed last can be had. */
final class JsonNumbers {

    /** So many always fit a long. */
    private static final int FEW_DIGITS = 18;

    private final JsonBytes bytes;
    private long value;

    JsonNumbers(final JsonBytes bytes) {
        this.bytes = bytes;
    }

    /** The number that {@link #passWhole} passed last. */
    long value() {
        return value;
    }

    /** Passes the number that must start here, and says whether it is written without fraction or exponent, and fits. */
    boolean passWhole() {
        final byte[] body = bytes.body;
        final boolean negative = bytes.byteAt(bytes.position) == '-';
        final int start = negative ? bytes.position + 1 : bytes.position;
        final int stop = Math.min(body.length, start + FEW_DIGITS);
        long sum = 0;
        int at = start;
        while (at < stop && isDigit(body[at])) {
            sum = 10 * sum + (body[at++] - '0');
        }
        final boolean zeroBefore = at > start + 1 && body[start] == '0';
        if (at == start || at == stop || zeroBefore || body[at] == '.' || (body[at] | 0x20) == 'e') {
            return pass() && readDownwards(start, negative);
        }
        value = negative ? -sum : sum;
        bytes.position = at;
        return true;
    }

    /** There is one number more below zero than above. */
    private boolean readDownwards(final int start, final boolean negative) {
        long sum = 0;
        for (int at = start; at < bytes.position; at++) {
            final int digit = bytes.body[at] - '0';
            if (sum < (Long.MIN_VALUE + digit) / 10) {
                return false;
            }
            sum = 10 * sum - digit;
        }
        value = negative ? sum : -sum;
        return negative || sum != Long.MIN_VALUE;
    }

    /** Passes the number that must start here, and says whether it is written without fraction or exponent. */
    boolean pass() {
        final int start = bytes.byteAt(bytes.position) == '-' ? bytes.position + 1 : bytes.position;
        final int whole = behindDigits(start);
        if (bytes.body[start] == '0' && whole > start + 1) {
            throw JsonBytes.problem(start + 1);
        }
        int digits = whole - start;
        int at = whole;
        if (bytes.byteAt(at) == '.') {
            final int fraction = at + 1;
            at = behindDigits(fraction);
            digits += at - fraction;
        }
        if ((bytes.byteAt(at) | 0x20) == 'e') {
            final byte sign = bytes.byteAt(at + 1);
            final int exponent = sign == '+' || sign == '-' ? at + 2 : at + 1;
            at = behindDigits(exponent);
            digits += at - exponent;
        }
        if (digits > JsonRules.LONGEST_NUMBER) {
            throw JsonRules.tooLarge();
        }
        bytes.position = at;
        return at == whole;
    }

    private int behindDigits(final int from) {
        int at = from;
        while (isDigit(bytes.byteAt(at))) {
            at++;
        }
        if (at == from) {
            throw JsonBytes.problem(at);
        }
        return at;
    }

    static boolean isDigit(final byte value) {
        return value >= '0' && value <= '9';
    }
}
