package dev.anycarrier.cli.digest;

import dev.anycarrier.usage.Quantity;
import java.math.BigInteger;
import java.util.Optional;

/** What all SIMs of an account have of one service. Amounts that are not told are in no sum, but are counted. */
public final class ServiceTotal {

    private BigInteger granted = BigInteger.ZERO;
    private BigInteger remaining = BigInteger.ZERO;
    private BigInteger used = BigInteger.ZERO;
    private Optional<BigInteger> counted = Optional.empty();
    private Optional<BigInteger> recorded = Optional.empty();
    private long sims;
    private long limited;
    private long unlimited;
    private long untold;
    private long over;

    /** Nothing yet. */
    ServiceTotal() {}

    void add(final Holding holding) {
        sims++;
        switch (holding.kind()) {
            case OVER -> over++;
            case UNLIMITED -> unlimited++;
            case UNTOLD -> untold++;
            case LIMITED -> {
                if (holding.total().isPresent()) {
                    limited++;
                    granted = granted.add(holding.total().get());
                    remaining = remaining.add(holding.remaining().orElseThrow());
                } else {
                    untold++;
                }
            }
        }
        used = used.add(holding.used().orElse(BigInteger.ZERO));
    }

    void count(final Quantity amount) {
        counted = Optional.of(counted.orElse(BigInteger.ZERO).add(BigInteger.valueOf(amount.amount())));
    }

    void record(final Quantity amount) {
        recorded = Optional.of(recorded.orElse(BigInteger.ZERO).add(BigInteger.valueOf(amount.amount())));
    }

    /** SIMs that have a bucket of it. */
    public long sims() {
        return sims;
    }

    /** SIMs of which both what was granted and what is left is told; the sums are of these. */
    public long limited() {
        return limited;
    }

    /** SIMs without limit. */
    public long unlimited() {
        return unlimited;
    }

    /** SIMs of which it is not told. */
    public long untold() {
        return untold;
    }

    /** SIMs that have expired or ended, or whose buckets have. */
    public long over() {
        return over;
    }

    /** What was granted to the SIMs that are {@link #limited}. */
    public BigInteger granted() {
        return granted;
    }

    /** What is left to them. */
    public BigInteger remaining() {
        return remaining;
    }

    /** What was used of all buckets that tell it. */
    public BigInteger used() {
        return used;
    }

    /** What the counters add up to, whatever was granted; empty without a counter. */
    public Optional<BigInteger> counted() {
        return counted;
    }

    /** What the records add up to; empty without a record. */
    public Optional<BigInteger> recorded() {
        return recorded;
    }
}
