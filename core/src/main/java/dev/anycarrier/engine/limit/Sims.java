package dev.anycarrier.engine.limit;

import dev.anycarrier.usage.SimId;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the SIMs: where one time says it all, as it does when each may be asked once in a while, 16 bytes
 * a SIM. A SIM is known by a hash of 64 bits; two with the same one share a budget, which allows less, never more. What
 * is over is forgotten whenever the table is full. Not thread-safe.
 */
final class Sims {

    private static final int SMALLEST = 256;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long MIX = 0xff51afd7ed558ccdL;

    private final WindowLimits limits;
    private long[] keys = new long[SMALLEST];
    private long[] heldUntil = new long[SMALLEST];
    private @Nullable Sim[] inUse = new @Nullable Sim[SMALLEST];
    private int size;

    Sims(final WindowLimits limits) {
        this.limits = limits;
    }

    int size() {
        return size;
    }

    WindowLimits limits() {
        return limits;
    }

    /** The SIM, for one more user. */
    Sim use(final SimId id, final long now) {
        final long key = key(id.value());
        int slot = slot(key);
        if (keys[slot] != key) {
            if (3 * (size + 1) > 2 * keys.length) {
                rebuild(now);
                slot = slot(key);
            }
            keys[slot] = key;
            heldUntil[slot] = now;
            size++;
        }
        final Sim known = inUse[slot];
        final Sim sim = known == null ? new Sim(key, new Budget(limits, heldUntil[slot])) : known;
        inUse[slot] = sim;
        sim.use();
        return sim;
    }

    /** One user less. */
    void release(final Sim sim, final long now) {
        if (sim.release() && sim.budget().isOneTime(now)) {
            final int slot = slot(sim.key());
            heldUntil[slot] = now + sim.budget().delay(0, now);
            inUse[slot] = null;
        }
    }

    private int slot(final long key) {
        int slot = (int) key & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void rebuild(final long now) {
        final long[] oldKeys = keys;
        final long[] oldHeldUntil = heldUntil;
        final @Nullable Sim[] oldInUse = inUse;
        int left = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0 && isOver(oldInUse[i], oldHeldUntil[i], now)) {
                oldKeys[i] = 0;
            }
            left += oldKeys[i] == 0 ? 0 : 1;
        }
        // At most half full, so that the work is spread over as many SIMs as are left.
        final int capacity = Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, 2 * left)) * 2);
        keys = new long[capacity];
        heldUntil = new long[capacity];
        inUse = new @Nullable Sim[capacity];
        size = left;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                final int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                heldUntil[slot] = oldHeldUntil[i];
                inUse[slot] = oldInUse[i];
            }
        }
    }

    private static boolean isOver(final @Nullable Sim sim, final long heldUntil, final long now) {
        return sim == null
                ? now - heldUntil >= 0
                : !sim.isUsed() && sim.budget().isOver(now);
    }

    /** FNV-1a with a final mix; never 0, which marks an empty slot. */
    private static long key(final String value) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * MIX;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
