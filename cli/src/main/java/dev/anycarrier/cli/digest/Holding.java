package dev.anycarrier.cli.digest;

import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a SIM has of one service, its buckets taken together. Buckets that have expired are left out; without any other, or
 * if the SIM itself has expired or ended, it is over.
 *
 * @param kind which of the cases it is
 * @param total what was granted, if each bucket tells it and none is unlimited
 * @param remaining what is left, by the same rule
 * @param used what was used, if each bucket tells it
 * @param since when the first bucket began, if each that was used tells it
 * @param until when the last bucket ends that is not used up, if each of those tells it
 */
record Holding(
        Kind kind,
        Optional<BigInteger> total,
        Optional<BigInteger> remaining,
        Optional<BigInteger> used,
        Optional<Instant> since,
        Optional<Instant> until) {

    enum Kind {
        OVER,
        UNLIMITED,
        UNTOLD,
        LIMITED
    }

    /** What the SIM has of the service; empty if it has no bucket of it. */
    static Optional<Holding> of(final Service service, final Entry.Read read) {
        final List<Bucket> all = read.buckets().stream()
                .filter(bucket -> bucket.service() == service)
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        final List<Bucket> open =
                all.stream().filter(bucket -> isOpen(bucket, read.at())).toList();
        final boolean over =
                open.isEmpty() || read.status() == SimStatus.EXPIRED || read.status() == SimStatus.TERMINATED;
        return Optional.of(over ? nothing() : of(open));
    }

    private static Holding of(final List<Bucket> open) {
        final List<Bucket> used = open.stream()
                .filter(bucket -> bucket.used().filter(Quantity::isZero).isEmpty())
                .toList();
        final List<Bucket> left = open.stream()
                .filter(bucket -> bucket.remaining().filter(Quantity::isZero).isEmpty())
                .toList();
        final Optional<BigInteger> remaining = sum(open, Bucket::remaining);
        return new Holding(
                kind(open, remaining),
                sum(open, bucket -> total(bucket.allowance())),
                remaining,
                sum(open, Bucket::used),
                each(used, bucket -> bucket.validity().flatMap(TimePeriod::start))
                        .flatMap(starts -> starts.stream().min(Comparator.naturalOrder())),
                each(left, bucket -> bucket.validity().flatMap(TimePeriod::end))
                        .flatMap(ends -> ends.stream().max(Comparator.naturalOrder())));
    }

    private static Kind kind(final List<Bucket> open, final Optional<BigInteger> remaining) {
        if (open.stream().anyMatch(bucket -> bucket.allowance() instanceof Allowance.Unlimited)) {
            return Kind.UNLIMITED;
        }
        return remaining.isPresent() ? Kind.LIMITED : Kind.UNTOLD;
    }

    private static Holding nothing() {
        return new Holding(
                Kind.OVER, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static boolean isOpen(final Bucket bucket, final Instant at) {
        return bucket.status() != BucketStatus.EXPIRED
                && bucket.validity().flatMap(TimePeriod::end).map(at::isBefore).orElse(true);
    }

    private static Optional<Quantity> total(final Allowance allowance) {
        return allowance instanceof Allowance.Limited limited ? Optional.of(limited.total()) : Optional.empty();
    }

    private static Optional<BigInteger> sum(
            final List<Bucket> buckets, final Function<Bucket, Optional<Quantity>> amount) {
        return each(buckets, amount)
                .map(amounts -> amounts.stream()
                        .map(quantity -> BigInteger.valueOf(quantity.amount()))
                        .reduce(BigInteger.ZERO, BigInteger::add));
    }

    /** Of all, or nothing if one does not have it. */
    private static <T> Optional<List<T>> each(final List<Bucket> buckets, final Function<Bucket, Optional<T>> part) {
        final List<T> parts =
                buckets.stream().map(part).flatMap(Optional::stream).toList();
        return parts.size() == buckets.size() ? Optional.of(parts) : Optional.empty();
    }
}
