package dev.anycarrier.engine.fresh;

import dev.anycarrier.call.UsageChange;
import dev.anycarrier.call.UsageChange.Kind;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the amounts of a SIM differ between two reports. Nothing is said where it is not certain what is to be compared. */
public final class UsageChanges {

    private UsageChanges() {}

    /**
     * The changes, buckets first, in the order of {@code after}. Buckets are matched by identifier and service; counters, and
     * buckets without an identifier, by service and position, provided that there are as many as before. What is new, gone,
     * without a known amount or unchanged is not among them.
     *
     * <p>An amount whose period starts at another time than before is a {@link Kind#RESET} of all of it, whether it is smaller
     * or larger. A smaller one is a {@code RESET} too if its period differs otherwise or it is 0, else a
     * {@link Kind#CORRECTION}.
     */
    public static List<UsageChange> between(final UsageReport before, final UsageReport after) {
        final Map<UsedAmount.Place, UsedAmount> earlier = UsedAmount.of(before);
        final List<UsageChange> changes = new ArrayList<>();
        UsedAmount.of(after).forEach((place, later) -> {
            final UsedAmount same = earlier.get(place);
            if (same != null && same.used().isPresent() && later.used().isPresent()) {
                change(same, same.used().get(), later, later.used().get()).ifPresent(changes::add);
            }
        });
        return List.copyOf(changes);
    }

    private static Optional<UsageChange> change(
            final UsedAmount before, final Quantity usedBefore, final UsedAmount after, final Quantity usedAfter) {
        final int direction = usedAfter.compareTo(usedBefore);
        if (direction == 0 && (usedAfter.isZero() || !startsAnew(before.period(), after.period()))) {
            return Optional.empty();
        }
        if (startsAnew(before.period(), after.period())) {
            return changed(after, Kind.RESET, usedAfter);
        }
        if (direction > 0) {
            return changed(after, Kind.USED, usedAfter.minus(usedBefore));
        }
        return usedAfter.isZero() || !after.period().equals(before.period())
                ? changed(after, Kind.RESET, usedAfter)
                : changed(after, Kind.CORRECTION, usedBefore.minus(usedAfter));
    }

    /** A start that one of them does not state is no sign of another period. */
    private static boolean startsAnew(final Optional<TimePeriod> before, final Optional<TimePeriod> after) {
        final Optional<Instant> earlier = before.flatMap(TimePeriod::start);
        final Optional<Instant> later = after.flatMap(TimePeriod::start);
        return earlier.isPresent() && later.isPresent() && !earlier.equals(later);
    }

    private static Optional<UsageChange> changed(final UsedAmount amount, final Kind kind, final Quantity quantity) {
        return Optional.of(
                new UsageChange(amount.name().service(), amount.name().bucket(), kind, quantity));
    }
}
