package dev.anycarrier.cli.output;

import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageCounter;
import java.util.List;
import java.util.Objects;

/**
 * All that is known of one service at one SIM, its buckets taken together.
 *
 * @param used what was used of the buckets
 * @param remaining what is left of them
 * @param total what they grant
 * @param metered what the counters say was used, whatever was granted
 */
public record ServiceFigures(Amount used, Amount remaining, Amount total, Amount metered) {

    /** Checks that every part is there. */
    public ServiceFigures {
        Objects.requireNonNull(used, "used");
        Objects.requireNonNull(remaining, "remaining");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(metered, "metered");
    }

    /** The figures of one service; buckets and counters of others are left out. */
    public static ServiceFigures of(
            final Service service, final List<Bucket> buckets, final List<UsageCounter> counters) {
        final List<ServiceFigures> each = buckets.stream()
                .filter(bucket -> bucket.service() == service)
                .map(ServiceFigures::of)
                .toList();
        return new ServiceFigures(
                Amount.sum(each.stream().map(ServiceFigures::used).toList()),
                Amount.sum(each.stream().map(ServiceFigures::remaining).toList()),
                Amount.sum(each.stream().map(ServiceFigures::total).toList()),
                Amount.sum(counters.stream()
                        .filter(counter -> counter.service() == service)
                        .map(counter -> Amount.of(counter.used()))
                        .toList()));
    }

    /** The figures of one bucket. */
    public static ServiceFigures of(final Bucket bucket) {
        return new ServiceFigures(
                Amount.of(bucket.used()), remaining(bucket), total(bucket.allowance()), Amount.None.INSTANCE);
    }

    private static Amount remaining(final Bucket bucket) {
        return bucket.allowance() instanceof Allowance.Unlimited
                ? Amount.Unlimited.INSTANCE
                : Amount.of(bucket.remaining());
    }

    private static Amount total(final Allowance allowance) {
        if (allowance instanceof Allowance.Limited limited) {
            return Amount.of(limited.total());
        }
        return allowance instanceof Allowance.Unlimited ? Amount.Unlimited.INSTANCE : Amount.Unknown.INSTANCE;
    }
}
