package dev.anycarrier.cli;

import dev.anycarrier.cli.output.Amount;
import dev.anycarrier.cli.output.ServiceFigures;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What many SIMs have of one service together. The sums are of the amounts that are told, and none where no
 * SIM has such an amount; how many SIMs have no limit, or an amount that is not told, stands beside them.
 *
 * @param used used of buckets
 * @param remaining left of buckets
 * @param metered used by counters
 * @param unlimited how many SIMs have no limit
 * @param untold how many have a bucket of which the carrier does not tell what is left
 */
record ServiceSum(Amount used, Amount remaining, Amount metered, long unlimited, long untold) {

    /** The sum over SIMs, each with its figures. */
    static ServiceSum of(final List<ServiceFigures> figures) {
        return new ServiceSum(
                sum(figures, ServiceFigures::used),
                sum(figures, ServiceFigures::remaining),
                sum(figures, ServiceFigures::metered),
                count(figures, Amount.Unlimited.class),
                count(figures, Amount.Unknown.class));
    }

    /** Whether any SIM has anything of it. */
    boolean isAny() {
        return unlimited + untold > 0 || Stream.of(used, remaining, metered).anyMatch(Amount.Known.class::isInstance);
    }

    private static Amount sum(final List<ServiceFigures> figures, final Function<ServiceFigures, Amount> part) {
        return Amount.sum(figures.stream()
                .map(part)
                .filter(Amount.Known.class::isInstance)
                .toList());
    }

    private static long count(final List<ServiceFigures> figures, final Class<? extends Amount> what) {
        return figures.stream()
                .map(ServiceFigures::remaining)
                .filter(what::isInstance)
                .count();
    }
}
