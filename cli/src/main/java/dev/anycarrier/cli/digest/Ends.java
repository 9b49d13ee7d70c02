package dev.anycarrier.cli.digest;

import dev.anycarrier.usage.SimRef;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When the SIMs have no more of one service: used up at an even pace, or at the end of its validity, whichever is first. Each
 * SIM is counted once. Days are those of UTC.
 */
public final class Ends {

    private static final int SOONEST = 50;

    /** Days for which SIMs are counted; a SIM with another day is counted as far away. */
    private static final int MOST_DAYS = 4_000;

    private final SortedMap<LocalDate, Day> days = new TreeMap<>();
    private final Map<Case, Long> cases = new EnumMap<>(Case.class);
    private final Map<Pace.Basis, Long> bases = new EnumMap<>(Pace.Basis.class);
    private final First<Soon> soonest = new First<>(
            SOONEST,
            Comparator.comparing(Soon::at)
                    .thenComparing(soon -> soon.sim().sim().value()));

    /** Nothing yet. */
    Ends() {}

    void add(final SimRef sim, final Holding holding, final Instant at, final Optional<Pace> ofRecords) {
        if (holding.kind() == Holding.Kind.OVER) {
            count(Case.OVER);
        } else if (holding.kind() == Holding.Kind.LIMITED) {
            limited(sim, holding, at, ofRecords.or(() -> pace(holding, at)));
        } else {
            ends(holding, holding.kind() == Holding.Kind.UNLIMITED ? Case.UNLIMITED : Case.UNTOLD);
        }
    }

    private void limited(final SimRef sim, final Holding holding, final Instant at, final Optional<Pace> pace) {
        final BigInteger remaining = holding.remaining().orElseThrow();
        if (remaining.signum() == 0) {
            count(Case.USED_UP);
            return;
        }
        if (pace.isEmpty()) {
            ends(holding, Case.NO_PACE);
            return;
        }
        bases.merge(pace.get().basis(), 1L, Long::sum);
        final Optional<Instant> out = pace.get()
                .end(remaining, at)
                .filter(end -> holding.until().map(end::isBefore).orElse(true));
        if (out.isEmpty()) {
            ends(holding, pace.get().amount().signum() == 0 ? Case.NOT_USED : Case.FAR);
        } else if (count(out.get(), Day.OUT)) {
            soonest.add(new Soon(sim, remaining, pace.get(), out.get()));
        }
    }

    /** By what was used since the validity began; empty if that is not told, or was less than an hour ago. */
    private static Optional<Pace> pace(final Holding holding, final Instant at) {
        final Optional<BigInteger> used = holding.used();
        final Optional<Instant> since = holding.since();
        if (used.isEmpty()) {
            return Optional.empty();
        }
        if (since.isEmpty()) {
            return Optional.empty();
        }
        final Duration passed = Duration.between(since.get(), at);
        return passed.compareTo(SimUse.SHORTEST) < 0
                ? Optional.empty()
                : Optional.of(new Pace(used.get(), passed, Pace.Basis.VALIDITY));
    }

    private void ends(final Holding holding, final Case otherwise) {
        if (holding.until().isPresent()) {
            if (count(holding.until().get(), Day.EXPIRED) && otherwise == Case.NO_PACE) {
                count(Case.ENDS_WITHOUT_PACE);
            }
        } else {
            count(otherwise);
        }
    }

    private boolean count(final Instant end, final Day one) {
        final LocalDate day = LocalDate.ofInstant(end, ZoneOffset.UTC);
        if (days.size() >= MOST_DAYS && !days.containsKey(day)) {
            count(Case.FAR);
            return false;
        }
        days.merge(day, one, Day::plus);
        return true;
    }

    private void count(final Case kind) {
        cases.merge(kind, 1L, Long::sum);
    }

    /** How many SIMs have no more of it from which day on. */
    public SortedMap<LocalDate, Day> days() {
        return Collections.unmodifiableSortedMap(days);
    }

    /** How many SIMs are that case. */
    public long count(final Case... kinds) {
        long sum = 0;
        for (final Case kind : kinds) {
            sum += cases.getOrDefault(kind, 0L);
        }
        return sum;
    }

    /** Of how many SIMs the pace is known from there. */
    public long count(final Pace.Basis basis) {
        return bases.getOrDefault(basis, 0L);
    }

    /** Who will have used up all, the first one first. */
    public List<Soon> soonest() {
        return soonest.all();
    }

    /** SIMs without a day. */
    public enum Case {
        /** Nothing is left. */
        USED_UP,
        /** No limit, and no end. */
        UNLIMITED,
        /** What is left is not told, nor when it ends. */
        UNTOLD,
        /** Something is left, but neither the pace nor an end is known. */
        NO_PACE,
        /** Something is left, nothing was used, and no end is known. */
        NOT_USED,
        /** Not within a hundred years, or there are too many days to count. */
        FAR,
        /** It, or its buckets, have expired or ended. */
        OVER,
        /** Has a day all the same, that of its validity's end, but may be used up before: the pace is not known. */
        ENDS_WITHOUT_PACE
    }

    /**
     * SIMs that have no more of it from a day on.
     *
     * @param out used up by then
     * @param expired the validity ends
     */
    public record Day(long out, long expired) {

        private static final Day OUT = new Day(1, 0);
        private static final Day EXPIRED = new Day(0, 1);

        /** The sum of both. */
        public Day plus(final Day other) {
            return new Day(out + other.out, expired + other.expired);
        }
    }

    /**
     * A SIM that will have used up all.
     *
     * @param sim the SIM
     * @param remaining what is left
     * @param pace how fast it uses
     * @param at when
     */
    public record Soon(SimRef sim, BigInteger remaining, Pace pace, Instant at) {}
}
