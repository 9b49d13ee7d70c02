package dev.anycarrier.cli.digest;

import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What records say that each SIM used, of the first {@value #MOST} SIMs of a service. How fast a SIM uses is its sum over the
 * time from the first record of any SIM to the last.
 */
public final class SimUse {

    /** Of so many SIMs the use is kept. */
    public static final int MOST = 200_000;

    /** From less time than this nothing is foretold. */
    static final Duration SHORTEST = Duration.ofHours(1);

    private final Map<String, Sum> sums = new HashMap<>();
    private boolean full;
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    /** Sums of the records of one service. */
    SimUse() {}

    void add(final UsageRecord usage) {
        first = Optional.of(first.filter(usage.time()::isAfter).orElse(usage.time()));
        last = Optional.of(last.filter(usage.time()::isBefore).orElse(usage.time()));
        final String name = usage.sim().value();
        if (sums.size() >= MOST && !sums.containsKey(name)) {
            full = true;
            return;
        }
        final Sum sum = sums.computeIfAbsent(name, any -> new Sum(usage.sim()));
        sum.amount = sum.amount.add(BigInteger.valueOf(usage.quantity().amount()));
        usage.iccid().ifPresent(iccid -> sums.putIfAbsent(iccid.value(), sum));
    }

    /** How fast the SIM uses; empty if no record names it, or the records are of less than an hour. */
    Optional<Pace> pace(final SimId sim) {
        final Duration window = window();
        return window.compareTo(SHORTEST) < 0
                ? Optional.empty()
                : Optional.ofNullable(sums.get(sim.value()))
                        .map(sum -> new Pace(sum.amount, window, Pace.Basis.RECORDS));
    }

    /** Whether there were more SIMs than are kept. */
    public boolean isFull() {
        return full;
    }

    /** From the first record to the last; zero if there is none. */
    public Duration window() {
        return first.isEmpty() || last.isEmpty() ? Duration.ZERO : Duration.between(first.get(), last.get());
    }

    /** The SIMs that used most, the most first. */
    public List<Heavy> heaviest(final int most) {
        final First<Heavy> heaviest = new First<>(
                most,
                Comparator.comparing(Heavy::amount)
                        .reversed()
                        .thenComparing(heavy -> heavy.sim().value()));
        sums.entrySet().stream()
                .filter(entry -> entry.getKey().equals(entry.getValue().sim.value()))
                .forEach(entry -> heaviest.add(new Heavy(entry.getValue().sim, entry.getValue().amount)));
        return heaviest.all();
    }

    /**
     * What a SIM used.
     *
     * @param sim the SIM
     * @param amount how much
     */
    public record Heavy(SimId sim, BigInteger amount) {}

    private static final class Sum {

        private final SimId sim;
        private BigInteger amount = BigInteger.ZERO;

        Sum(final SimId sim) {
            this.sim = sim;
        }
    }
}
