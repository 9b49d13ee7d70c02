package dev.anycarrier.cli.digest;

import dev.anycarrier.spi.UsageException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How old the values of the SIMs that were read are. */
public final class Ages {

    /** The upper bounds of all groups but the last, which are no longer part of them. */
    public static final List<Duration> BOUNDS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7));

    private final long[] fresh = new long[BOUNDS.size() + 1];
    private final long[] stale = new long[BOUNDS.size() + 1];
    private final Map<UsageException.Kind, Long> causes = new EnumMap<>(UsageException.Kind.class);
    private Duration oldest = Duration.ZERO;
    private Optional<Duration> cached = Optional.empty();

    /** Nothing yet. */
    Ages() {}

    void add(final Entry.Read read) {
        final long[] groups = read.stale() ? stale : fresh;
        int group = 0;
        while (group < BOUNDS.size() && read.age().compareTo(BOUNDS.get(group)) >= 0) {
            group++;
        }
        groups[group]++;
        read.cause().ifPresent(cause -> causes.merge(cause, 1L, Long::sum));
        oldest = read.age().compareTo(oldest) > 0 ? read.age() : oldest;
        read.cached()
                .ifPresent(time -> cached = Optional.of(
                        cached.filter(longest -> longest.compareTo(time) > 0).orElse(time)));
    }

    /** SIMs as fresh as wanted, by age. */
    public List<Long> fresh() {
        return Arrays.stream(fresh).boxed().toList();
    }

    /** SIMs older than wanted, by age. */
    public List<Long> stale() {
        return Arrays.stream(stale).boxed().toList();
    }

    /** What kept newer values away, of so many SIMs. */
    public Map<UsageException.Kind, Long> causes() {
        return Map.copyOf(causes);
    }

    /** The greatest age. */
    public Duration oldest() {
        return oldest;
    }

    /** How old a value may be besides, by the word of the carrier that admits most; empty if none says so. */
    public Optional<Duration> cached() {
        return cached;
    }
}
