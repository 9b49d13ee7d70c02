package dev.anycarrier.simulation.store;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong between the nodes in one story.
 *
 * @param all every fault
 */
public record StoreFaults(List<StoreFault> all) {

    /** Copies them. */
    public StoreFaults {
        all = List.copyOf(all);
    }

    /** What happens at once, in the order of time. */
    public List<StoreFault> sudden() {
        return all.stream()
                .filter(StoreFault::isSudden)
                .sorted(Comparator.comparing(StoreFault::from))
                .toList();
    }

    /** Those of a kind. */
    public List<StoreFault> of(final StoreFaultKind kind) {
        return all.stream().filter(fault -> fault.kind() == kind).toList();
    }

    /** Whether anything goes wrong with messages in a span, in nanoseconds since the start. */
    public boolean disturb(final long from, final long to) {
        return all.stream()
                .filter(fault -> !fault.isSudden())
                .anyMatch(fault -> fault.from().toNanos() <= to && fault.end().toNanos() >= from);
    }

    /** The fault of a kind that hits a message, or empty. */
    Optional<StoreFault> hitting(final StoreFaultKind kind, final long now, final long message) {
        final Duration at = Duration.ofNanos(now);
        return of(kind).stream()
                .filter(fault -> at.compareTo(fault.from()) >= 0 && at.compareTo(fault.end()) < 0)
                .filter(fault -> message % fault.oneIn() == 0)
                .findFirst();
    }
}
