package dev.anycarrier.http;

import dev.anycarrier.spi.UsageException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bytes of one document and how far they are read: white space, ends of texts and literal words. They are known to be UTF-8,
 * so nothing here looks inside the characters beyond ASCII.
 */
final class JsonBytes {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101_0101_0101_0101L;
    /** A UUID has 36 bytes. */
    private static final int LONGEST_GUESS = 40;

    private static final long ORDINARY = EACH * ' ';
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    /** What is beyond the end: outside of texts nothing may be a NUL, so it is refused wherever more is expected. */
    private static final byte NOTHING = 0;

    final byte[] body;

    int position;

    private int tokens;

    JsonBytes(final byte[] body, final int start) {
        this.body = body;
        this.position = start;
    }

    /** Moves to the next byte that is no white space, and returns it or {@link #NOTHING}. */
    byte peek() {
        final int at = position;
        return at < body.length && body[at] > ' ' ? body[at] : peekBehindBlanks();
    }

    private byte peekBehindBlanks() {
        position = afterBlanks(position);
        return byteAt(position);
    }

    /** Where the first byte is, from there on, that is no white space. */
    int afterBlanks(final int from) {
        int at = from;
        while (at < body.length && body[at] <= ' ' && isBlank(body[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(final byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    byte byteAt(final int at) {
        return at < body.length ? body[at] : NOTHING;
    }

    boolean isAtEnd() {
        peek();
        return position == body.length;
    }

    /**
     * Whether the text that begins there ends just there: as it were if a guess were right, so that what comes next need
     * not wait for a search. False also for long texts and where too little follows to look. Without a loop, since a
     * compiled one has its price before the first turn: eight bytes may be looked at twice.
     */
    boolean isText(final int from, final int end) {
        final int length = end - from;
        if (length > LONGEST_GUESS || end > body.length - 8 || body[end] != '"') {
            return false;
        }
        if (length < 8) {
            final long beyond = -1L << (8 * length);
            return special((eight(from) & ~beyond) | (ORDINARY & beyond)) == 0;
        }
        long special = special(eight(from)) | special(eight(end - 8));
        if (length > 16) {
            special |= special(eight(from + 8));
        }
        if (length > 24) {
            special |= special(eight(from + 16)) | special(eight(end - 16));
        }
        return special == 0;
    }

    private long eight(final int at) {
        return (long) EIGHT_BYTES.get(body, at);
    }

    /** Where the first quote or backslash is; a control character before it is refused. */
    int quoteOrBackslash(final int from) {
        // Most texts are short, and a compiled loop has its price before the first turn.
        if (from <= body.length - 8) {
            final long special = special(eight(from));
            return special == 0 ? quoteOrBackslashFurtherOn(from + 8) : notControl(from, special);
        }
        return quoteOrBackslashNearEnd(from);
    }

    private int quoteOrBackslashFurtherOn(final int from) {
        int at = from;
        while (at <= body.length - 8) {
            final long special = special(eight(at));
            if (special != 0) {
                return notControl(at, special);
            }
            at += 8;
        }
        return quoteOrBackslashNearEnd(at);
    }

    /**
     * The high bit of each quote, backslash and control character among eight bytes. It may be set for a byte behind one
     * of these too, where the subtraction borrowed, so only the lowest counts.
     */
    private static long special(final long eight) {
        final long quotes = (eight ^ (EACH * '"')) - EACH;
        final long backslashes = (eight ^ (EACH * '\\')) - EACH;
        final long controls = eight - EACH * ' ';
        return (quotes | backslashes | controls) & ~eight & HIGH_BITS;
    }

    private int notControl(final int from, final long special) {
        final int at = from + (Long.numberOfTrailingZeros(special) >>> 3);
        if (body[at] < ' ') {
            throw problem(at);
        }
        return at;
    }

    private int quoteOrBackslashNearEnd(final int from) {
        int at = from;
        while (byteAt(at) != '"' && byteAt(at) != '\\') {
            if (byteAt(at) >= 0 && byteAt(at) < ' ') {
                throw problem(at);
            }
            at++;
        }
        return at;
    }

    /** Moves behind a byte that must come next, blanks aside. */
    void passByte(final char expected) {
        if (peek() != expected) {
            throw problem();
        }
        position++;
    }

    /** Moves behind a word of ASCII letters that must stand here. */
    void passWord(final String word) {
        for (int index = 0; index < word.length(); index++) {
            if (byteAt(position + index) != word.charAt(index)) {
                throw problem(position + index);
            }
        }
        position += word.length();
    }

    /** Counts what was met: names, values that are neither object nor array, and the beginnings and ends of those. */
    void count(final int more) {
        tokens += more;
        if (tokens > JsonRules.MOST_TOKENS) {
            throw JsonRules.tooLarge();
        }
    }

    /** What is here is no JSON, or not where it may be. */
    UsageException problem() {
        return problem(position);
    }

    static UsageException problem(final int at) {
        return JsonRules.notPromised(JsonRules.nearByte(at));
    }
}
