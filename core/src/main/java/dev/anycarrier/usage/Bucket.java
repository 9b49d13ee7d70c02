package dev.anycarrier.usage;

import java.util.Objects;
import java.util.Optional;

/**
 * An allowance of one service on a SIM and what is left of it (TMF677 {@code Bucket}).
 *
 * <p>All amounts are in the {@linkplain Service#unit() unit of the service}. Where total, remaining and used are all
 * known they need not add up (carriers round each on its own; a report then has a warning), but neither remaining nor used exceeds the total.
 *
 * @param id the carrier's identifier of the package or limit, or empty if it names none
 * @param service what it is for
 * @param allowance what it grants
 * @param remaining what is left, or empty if the carrier does not say or the allowance is unlimited
 * @param used what has been used, or empty if the carrier does not say
 * @param status its state
 * @param validity when it can be used, or empty if the carrier does not say
 */
public record Bucket(
        Optional<String> id,
        Service service,
        Allowance allowance,
        Optional<Quantity> remaining,
        Optional<Quantity> used,
        BucketStatus status,
        Optional<TimePeriod> validity) {

    /**
     * Checks that the amounts fit the service, the allowance and each other.
     *
     * @throws IllegalArgumentException if an amount has another unit than the service, if remaining or used exceeds the
     *     total, or if an unlimited bucket claims a remaining amount
     */
    public Bucket {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(allowance, "allowance");
        Objects.requireNonNull(remaining, "remaining");
        Objects.requireNonNull(used, "used");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(validity, "validity");
        requireUnit(service, remaining, "remaining");
        requireUnit(service, used, "used");
        if (allowance instanceof Allowance.Limited limited) {
            requireUnit(service, limited.total(), "total");
            requireWithin(limited.total(), remaining, "remaining");
            requireWithin(limited.total(), used, "used");
        }
        if (allowance instanceof Allowance.Unlimited && remaining.isPresent()) {
            throw new IllegalArgumentException("an unlimited " + service + " bucket has no remaining amount");
        }
    }

    /** A limited bucket of which {@code remaining} is left; what was used is the difference. */
    public static Bucket limited(final Service service, final Quantity total, final Quantity remaining) {
        requireUnit(service, total, "total");
        requireUnit(service, remaining, "remaining");
        requireWithin(total, remaining, "remaining");
        return new Bucket(
                Optional.empty(),
                service,
                Allowance.limited(total),
                Optional.of(remaining),
                Optional.of(total.minus(remaining)),
                remaining.isZero() ? BucketStatus.EXHAUSTED : BucketStatus.ACTIVE,
                Optional.empty());
    }

    /** An unlimited bucket; what was used is not known. */
    public static Bucket unlimited(final Service service) {
        return new Bucket(
                Optional.empty(),
                service,
                Allowance.unlimited(),
                Optional.empty(),
                Optional.empty(),
                BucketStatus.ACTIVE,
                Optional.empty());
    }

    /** This bucket with the carrier's identifier. */
    public Bucket withId(final String newId) {
        return new Bucket(Optional.of(newId), service, allowance, remaining, used, status, validity);
    }

    /** This bucket in another state. */
    public Bucket withStatus(final BucketStatus newStatus) {
        return newStatus == status ? this : new Bucket(id, service, allowance, remaining, used, newStatus, validity);
    }

    /** This bucket with a validity. */
    public Bucket withValidity(final TimePeriod newValidity) {
        return new Bucket(id, service, allowance, remaining, used, status, Optional.of(newValidity));
    }

    /** This bucket with a used amount. */
    public Bucket withUsed(final Quantity newUsed) {
        return new Bucket(id, service, allowance, remaining, Optional.of(newUsed), status, validity);
    }

    // A record's own would be built at run time, by each of the threads that meet it first at the same time.
    @Override
    public boolean equals(final Object other) {
        return other instanceof Bucket bucket
                && service == bucket.service
                && status == bucket.status
                && allowance.equals(bucket.allowance)
                && remaining.equals(bucket.remaining)
                && used.equals(bucket.used)
                && validity.equals(bucket.validity)
                && id.equals(bucket.id);
    }

    @Override
    public int hashCode() {
        int hash = service.hashCode();
        hash = 31 * hash + status.hashCode();
        hash = 31 * hash + allowance.hashCode();
        hash = 31 * hash + remaining.hashCode();
        hash = 31 * hash + used.hashCode();
        hash = 31 * hash + validity.hashCode();
        return 31 * hash + id.hashCode();
    }

    private static void requireUnit(final Service service, final Optional<Quantity> amount, final String what) {
        if (amount.isPresent()) {
            requireUnit(service, amount.get(), what);
        }
    }

    private static void requireUnit(final Service service, final Quantity amount, final String what) {
        if (amount.unit() != service.unit()) {
            throw new IllegalArgumentException(
                    what + " of " + service + " is counted in " + service.unit() + ", not " + amount.unit());
        }
    }

    private static void requireWithin(final Quantity total, final Optional<Quantity> amount, final String what) {
        if (amount.isPresent()) {
            requireWithin(total, amount.get(), what);
        }
    }

    private static void requireWithin(final Quantity total, final Quantity amount, final String what) {
        if (amount.compareTo(total) > 0) {
            throw new IllegalArgumentException(what + " (" + amount.amount() + ") exceeds the total (" + total.amount()
                    + " " + total.unit() + ")");
        }
    }
}
