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

    private final int maximum;
    private int[] slots = new int[2 * FIRST];
    private int[] ends = new int[FIRST];
    private byte[] ownLengths = new byte[FIRST];
    private int[] hashes = new int[FIRST];
    private byte[] texts = new byte[32 * FIRST];
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
        final int hash = (int) (TextHash.of(own, 1) + 31 * TextHash.of(iccid, 2));
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0) {
            final int known = slots[slot] - 1;
            if (hashes[known] == hash && isAt(known, own, iccid)) {
                return known;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return add(own, iccid, hash, slot);
    }

    /** The carrier's identifier of a SIM; empty if it has none. */
    String own(final int number) {
        return text(start(number), Byte.toUnsignedInt(ownLengths[number]));
    }

    /** The ICCID of a SIM; empty if it is not known. */
    String iccid(final int number) {
        final int start = start(number) + Byte.toUnsignedInt(ownLengths[number]);
        return text(start, ends[number] - start);
    }

    private int add(final PassingText own, final PassingText iccid, final int hash, final int slot) {
        if (size == maximum) {
            throw UsageException.of(Kind.TOO_LARGE, "the records name more than " + maximum + " SIMs")
                    .build();
        }
        final int start = size == 0 ? 0 : ends[size - 1];
        final int end = start + own.length() + iccid.length();
        if (own.length() > 255 || end < 0) {
            throw UsageException.of(Kind.TOO_LARGE, "the records name SIMs by texts that are too long")
                    .build();
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            ownLengths = Arrays.copyOf(ownLengths, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        if (end > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(end, 2 * texts.length));
        }
        System.arraycopy(own.array(), own.offset(), texts, start, own.length());
        System.arraycopy(iccid.array(), iccid.offset(), texts, start + own.length(), iccid.length());
        ends[size] = end;
        ownLengths[size] = (byte) own.length();
        hashes[size] = hash;
        slots[slot] = ++size;
        if (2 * size > slots.length) {
            spread();
        }
        return size - 1;
    }

    private void spread() {
        slots = new int[2 * slots.length];
        for (int number = 0; number < size; number++) {
            int slot = hashes[number] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number + 1;
        }
    }

    private boolean isAt(final int number, final PassingText own, final PassingText iccid) {
        final int start = start(number);
        final int middle = start + Byte.toUnsignedInt(ownLengths[number]);
        return isAt(start, middle, own) && isAt(middle, ends[number], iccid);
    }

    /** Short texts as they are, which the general comparison takes longer to set out for than to compare. */
    private boolean isAt(final int start, final int end, final PassingText text) {
        if (text.length() != end - start) {
            return false;
        }
        final byte[] bytes = text.array();
        int at = start;
        int from = text.offset();
        for (; at <= end - Long.BYTES; at += Long.BYTES, from += Long.BYTES) {
            if (TextHash.word(bytes, from) != TextHash.word(texts, at)) {
                return false;
            }
        }
        for (; at < end; at++, from++) {
            if (bytes[from] != texts[at]) {
                return false;
            }
        }
        return true;
    }

    private int start(final int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private String text(final int start, final int length) {
        return new String(texts, start, length, StandardCharsets.UTF_8);
    }
}
