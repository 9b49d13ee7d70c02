package dev.anycarrier.simulation.fleet;

/** Numbers that look drawn but depend on nothing but their arguments. */
final class Mix {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Mix() {}

    static long of(final long... parts) {
        long mixed = GOLDEN;
        for (final long part : parts) {
            mixed = finish(mixed + GOLDEN + part);
        }
        return mixed;
    }

    /** From 0 to {@code bound - 1}. */
    static int below(final int bound, final long... parts) {
        return (int) Long.remainderUnsigned(of(parts), bound);
    }

    private static long finish(final long value) {
        final long once = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        final long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
        return twice ^ (twice >>> 31);
    }
}
