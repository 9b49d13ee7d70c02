package dev.anycarrier.cli.digest;

import dev.anycarrier.usage.SimRef;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is left to the SIMs of one service: how many have which share, and who has least. */
public final class Left {

    /** Into so many parts of equal width shares are sorted; nothing left is a case of its own. */
    public static final int BANDS = 10;

    private static final int LOWEST = 50;

    private final long[] bands = new long[BANDS];
    private final First<Low> lowest = new First<>(
            LOWEST,
            Comparator.comparing(Low::share)
                    .thenComparing(low -> low.sim().sim().value()));
    private long usedUp;
    private long unlimited;
    private long untold;
    private long over;

    /** Nothing yet. */
    Left() {}

    void add(final SimRef sim, final Holding holding) {
        switch (holding.kind()) {
            case OVER -> over++;
            case UNLIMITED -> unlimited++;
            case UNTOLD -> untold++;
            case LIMITED -> limited(sim, holding);
        }
    }

    private void limited(final SimRef sim, final Holding holding) {
        final BigInteger remaining = holding.remaining().orElseThrow();
        final Optional<BigInteger> total = holding.total();
        if (remaining.signum() == 0) {
            usedUp++;
        } else if (total.isEmpty()) {
            untold++;
        } else {
            final Low low = new Low(sim, remaining, total.get());
            bands[low.band()]++;
            lowest.add(low);
        }
    }

    /** SIMs by the share that is left: more than 0 to 10 %, more than 10 % to 20 %, and so on. */
    public List<Long> bands() {
        return Arrays.stream(bands).boxed().toList();
    }

    /** SIMs with nothing left. */
    public long usedUp() {
        return usedUp;
    }

    /** SIMs without limit. */
    public long unlimited() {
        return unlimited;
    }

    /** SIMs of which the carrier does not tell what is left, or of how much. */
    public long untold() {
        return untold;
    }

    /** SIMs that have expired or ended, or whose buckets have. */
    public long over() {
        return over;
    }

    /** All SIMs that have a bucket of the service. */
    public long sims() {
        return limited() + usedUp + unlimited + untold + over;
    }

    /** SIMs of which the share is known and not zero. */
    public long limited() {
        return Arrays.stream(bands).sum();
    }

    /** Who has least, but not nothing: the smallest share first. */
    public List<Low> lowest() {
        return lowest.all();
    }

    /**
     * What is left to a SIM.
     *
     * @param sim the SIM
     * @param remaining what is left, more than zero
     * @param total of how much
     */
    public record Low(SimRef sim, BigInteger remaining, BigInteger total) {

        private static final BigInteger WHOLE = BigInteger.valueOf(1_000_000_000);

        /** The share that is left, in billionths, rounded up. */
        public long share() {
            return remaining
                    .multiply(WHOLE)
                    .add(total)
                    .subtract(BigInteger.ONE)
                    .divide(total)
                    .longValueExact();
        }

        private int band() {
            final BigInteger[] parts =
                    remaining.multiply(BigInteger.valueOf(BANDS)).divideAndRemainder(total);
            return parts[0].intValueExact() - (parts[1].signum() == 0 ? 1 : 0);
        }
    }
}
