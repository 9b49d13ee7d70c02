package dev.anycarrier.engine.limit;

import dev.anycarrier.usage.SimId;

/**
 * What is remembered of the SIMs: where one time says it all, as it does when each may be asked once in a while, nothing
 * but that. A SIM is known by a hash of 64 bits; two with the same one share a budget, which allows less, never more.
 * What is over is forgotten whenever the table is full. Not thread-safe.
 */
final class Sims {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long MIX = 0xff51afd7ed558ccdL;

    private final WindowLimits limits;

    /** Of every SIM until when it is held back, as far as one time says it. */
    private final SimTimes times = new SimTimes();

    /** The SIMs of which there is more to say, those that somebody waits or asks for among them. */
    private final SimsInUse inUse = new SimsInUse();

    Sims(final WindowLimits limits) {
        this.limits = limits;
    }

    int size() {
        return times.size();
    }

    WindowLimits limits() {
        return limits;
    }

    /** The SIM, for one more user. */
    Sim use(final SimId id, final long now) {
        final long key = key(id.value());
        final Sim known = inUse.get(key);
        final Sim sim = known == null ? new Sim(key, new Budget(limits, heldUntil(key, now))) : known;
        if (known == null) {
            inUse.add(sim);
        }
        sim.use();
        return sim;
    }

    private long heldUntil(final long key, final long now) {
        final int place = times.place(key);
        if (!times.isFree(place)) {
            return times.time(place);
        }
        if (times.isFull()) {
            times.rebuild((each, heldUntil) -> forgets(each, heldUntil, now));
            times.put(times.place(key), key, now);
        } else {
            times.put(place, key, now);
        }
        return now;
    }

    /** One user less. */
    void release(final Sim sim) {
        if (sim.release() && sim.budget().isOneTime()) {
            times.set(times.place(sim.key()), sim.budget().oneTime());
            inUse.remove(sim);
        }
    }

    /** Whether it is over; it is no longer in use then either. */
    private boolean forgets(final long key, final long heldUntil, final long now) {
        final Sim sim = inUse.get(key);
        if (sim == null) {
            return now - heldUntil >= 0;
        }
        if (sim.isUsed() || !sim.budget().isOver(now)) {
            return false;
        }
        inUse.remove(sim);
        return true;
    }

    /** FNV-1a with a final mix; never 0, which marks a free place. */
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
