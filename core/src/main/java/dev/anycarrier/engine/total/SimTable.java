package dev.anycarrier.engine.total;

import dev.anycarrier.spi.PassingText;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers SIMs in the order in which records first name them: by the carrier's identifier and the ICCID together. Texts
 * are compared, not only their hashes: an amount goes to the right SIM or nowhere. Not thread-safe.
 */
final class SimTable {

    private static final int FIRST = 256;
    private static final int LONGEST = 255;
    private static final int NUMBER_BITS = 32;

    private final int maximum;
    private final TextHash hash = new TextHash();

    /** The upper half of a hash above the number counted from 1, so that what is another SIM is mostly seen at once. */
    private long[] slots = new long[2 * FIRST];

    /** Where the two texts of each begin, above the lengths of both. */
    private long[] places = new long[FIRST];

    private byte[] texts = new byte[32 * FIRST];
    private int textsEnd;
    private int size;

    /**
     * Without a SIM.
     *
     * @param maximum how many there may be
     */
    SimTable(final int maximum) {
        this.maximum = maximum;
    }

    int size() {
        return size;
    }

    /**
     * The number of a SIM, counted from 0.
     *
     * @throws UsageException {@code TOO_LARGE} if it is one more than there may be
     */
    int number(final PassingText own, final PassingText iccid) {
        hash.of(own);
        final long hashOfOwn = hash.high();
        hash.of(iccid);
        final long both = hashOfOwn + hash.low();
        final long marked = (both >>> NUMBER_BITS) << NUMBER_BITS;
        int slot = slot(both);
        while (slots[slot] != 0) {
            final int known = (int) slots[slot] - 1;
            if ((slots[slot] ^ marked) >>> NUMBER_BITS == 0 && isAt(known, own, iccid)) {
                return known;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return add(own, iccid, marked, slot);
    }

    /** The carrier's identifier of a SIM; empty if it has none. */
    String own(final int number) {
        return text(start(places[number]), ownLength(places[number]));
    }

    /** The ICCID of a SIM; empty if it is not known. */
    String iccid(final int number) {
        final long place = places[number];
        return text(start(place) + ownLength(place), iccidLength(place));
    }

    private int add(final PassingText own, final PassingText iccid, final long marked, final int slot) {
        if (size == maximum) {
            throw UsageException.of(Kind.TOO_LARGE, "the records name more than " + maximum + " SIMs")
                    .build();
        }
        if (own.length() > LONGEST || iccid.length() > LONGEST) {
            throw UsageException.of(Kind.TOO_LARGE, "the records name SIMs by texts that are too long")
                    .build();
        }
        final int end = textsEnd + own.length() + iccid.length();
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
        }
        if (end > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(end, 2 * texts.length));
        }
        System.arraycopy(own.array(), own.offset(), texts, textsEnd, own.length());
        System.arraycopy(iccid.array(), iccid.offset(), texts, textsEnd + own.length(), iccid.length());
        places[size] = place(textsEnd, own.length(), iccid.length());
        textsEnd = end;
        slots[slot] = marked | ++size;
        if (2 * size > slots.length) {
            spread();
        }
        return size - 1;
    }

    private void spread() {
        final long[] before = slots;
        slots = new long[2 * before.length];
        for (final long entry : before) {
            if (entry != 0) {
                int slot = slot(entry);
                while (slots[slot] != 0) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = entry;
            }
        }
    }

    private int slot(final long hashed) {
        return (int) (hashed >>> NUMBER_BITS) & (slots.length - 1);
    }

    private boolean isAt(final int number, final PassingText own, final PassingText iccid) {
        final long place = places[number];
        final int start = start(place);
        return own.length() == ownLength(place)
                && iccid.length() == iccidLength(place)
                && isAt(start, own)
                && isAt(start + ownLength(place), iccid);
    }

    /** Short texts as they are, which the general comparison takes longer to set out for than to compare. */
    private boolean isAt(final int start, final PassingText text) {
        final byte[] bytes = text.array();
        final int end = start + text.length();
        int at = start;
        int from = text.offset();
        for (; at <= end - Long.BYTES; at += Long.BYTES, from += Long.BYTES) {
            if (TextHash.word(bytes, from) != TextHash.word(texts, at)) {
                return false;
            }
        }
        return TextHash.rest(bytes, from, text.offset() + text.length()) == TextHash.rest(texts, at, end);
    }

    private static long place(final int start, final int ownLength, final int iccidLength) {
        return ((long) start << (2 * Byte.SIZE)) | ((long) ownLength << Byte.SIZE) | iccidLength;
    }

    private static int start(final long place) {
        return (int) (place >>> (2 * Byte.SIZE));
    }

    private static int ownLength(final long place) {
        return ((int) place >>> Byte.SIZE) & LONGEST;
    }

    private static int iccidLength(final long place) {
        return (int) place & LONGEST;
    }

    private String text(final int start, final int length) {
        return new String(texts, start, length, StandardCharsets.UTF_8);
    }
}
