package dev.anycarrier.cli.digest;

import dev.anycarrier.usage.UsageRecord;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Use by time and place, of one service. Time is cut into hours, days or weeks of UTC, or several weeks: as short as keeps
 * them from being more than {@value #MOST_STEPS}.
 */
public final class UseOverTime {

    /** No more steps than that. */
    public static final int MOST_STEPS = 124;

    /** Of so many places use is kept apart. */
    public static final int MOST_PLACES = 500;

    private Step step = Step.HOUR;
    private final Map<Place, SortedMap<Long, BigInteger>> places = new HashMap<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long records;
    private long elsewhere;

    /** Nothing yet. */
    UseOverTime() {}

    void add(final UsageRecord usage) {
        records++;
        final long second = usage.time().getEpochSecond();
        first = Math.min(first, second);
        last = Math.max(last, second);
        while (step.index(last) - step.index(first) >= MOST_STEPS) {
            coarsen();
        }
        Place place = usage.network().map(Place::of).orElse(Place.UNTOLD);
        if (places.size() >= MOST_PLACES && !places.containsKey(place)) {
            place = Place.OTHERS;
            elsewhere++;
        }
        places.computeIfAbsent(place, any -> new TreeMap<>())
                .merge(step.index(second), BigInteger.valueOf(usage.quantity().amount()), BigInteger::add);
    }

    private void coarsen() {
        final Step wider = step.wider();
        places.replaceAll((place, sums) -> {
            final SortedMap<Long, BigInteger> fewer = new TreeMap<>();
            sums.forEach((index, sum) -> fewer.merge(wider.index(step.start(index)), sum, BigInteger::add));
            return fewer;
        });
        step = wider;
    }

    /** How many records there were. */
    public long records() {
        return records;
    }

    /** How many records are counted as of no place, since there were too many places. */
    public long elsewhere() {
        return elsewhere;
    }

    /** The length of each step. */
    public Step step() {
        return step;
    }

    /** When each step began, from the first to the last, with those in between in which nothing was used. */
    public List<Instant> steps() {
        final List<Instant> starts = new ArrayList<>();
        for (long index = step.index(first); records > 0 && index <= step.index(last); index++) {
            starts.add(Instant.ofEpochSecond(step.start(index)));
        }
        return starts;
    }

    /** Use by country, what was used most first; by no country what is of none that is told. */
    public List<Use<Optional<String>>> byCountry() {
        return by(Place::country);
    }

    /** Use by place, what was used most first. */
    public List<Use<Place>> byPlace() {
        return by(Function.identity());
    }

    private <T> List<Use<T>> by(final Function<Place, T> name) {
        final Map<T, List<SortedMap<Long, BigInteger>>> grouped = new HashMap<>();
        places.forEach((place, sums) -> grouped.computeIfAbsent(name.apply(place), any -> new ArrayList<>())
                .add(sums));
        final List<Use<T>> uses = new ArrayList<>();
        grouped.forEach((key, all) -> uses.add(use(key, all)));
        uses.sort((one, other) -> {
            final int order = other.sum().compareTo(one.sum());
            return order == 0 ? one.of().toString().compareTo(other.of().toString()) : order;
        });
        return uses;
    }

    private <T> Use<T> use(final T name, final List<SortedMap<Long, BigInteger>> all) {
        final List<BigInteger> steps = new ArrayList<>();
        for (long index = step.index(first); index <= step.index(last); index++) {
            BigInteger sum = BigInteger.ZERO;
            for (final SortedMap<Long, BigInteger> sums : all) {
                sum = sum.add(sums.getOrDefault(index, BigInteger.ZERO));
            }
            steps.add(sum);
        }
        return new Use<>(name, steps, steps.stream().reduce(BigInteger.ZERO, BigInteger::add));
    }

    /**
     * What was used.
     *
     * @param of where
     * @param steps how much in each step
     * @param sum how much altogether
     * @param <T> what says where
     */
    public record Use<T>(T of, List<BigInteger> steps, BigInteger sum) {}
}
