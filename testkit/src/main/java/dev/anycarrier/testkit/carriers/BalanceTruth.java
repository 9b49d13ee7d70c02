package dev.anycarrier.testkit.carriers;

import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.carriers.BalanceAnswer.Balance;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an answer of Airalo or PressOne means, read from their documents. */
final class BalanceTruth {

    /** Packages show 1 GB as 1024 MB; the carrier does not say more. */
    private static final long BYTES_PER_MEGABYTE = 1_048_576;

    private static final long SECONDS_PER_MINUTE = 60;

    private BalanceTruth() {}

    static SimTruth of(final Iccid sim, final BalanceAnswer answer) {
        final SimStatus status = status(answer.status());
        return new SimTruth(
                sim, status, status == SimStatus.TERMINATED ? List.of() : buckets(answer, status), List.of(), false);
    }

    static SimTruth gone(final Iccid sim) {
        return new SimTruth(sim, SimStatus.TERMINATED, List.of(), List.of(), true);
    }

    private static SimStatus status(final String word) {
        return switch (word) {
            case "NOT_ACTIVE" -> SimStatus.NOT_ACTIVE;
            case "ACTIVE" -> SimStatus.ACTIVE;
            case "FINISHED" -> SimStatus.EXHAUSTED;
            case "EXPIRED" -> SimStatus.EXPIRED;
            case "RECYCLED" -> SimStatus.TERMINATED;
            default -> SimStatus.UNKNOWN;
        };
    }

    private static List<Bucket> buckets(final BalanceAnswer answer, final SimStatus status) {
        final Optional<TimePeriod> validity = answer.expiredAt().map(TimePeriod::until);
        final List<Bucket> buckets = new ArrayList<>();
        buckets.add(
                answer.unlimited().orElse(false)
                        ? unlimitedData(status, validity)
                        : limited(Service.DATA, answer.data(), BYTES_PER_MEGABYTE, status, validity));
        if (!answer.voice().total().isZero()) {
            buckets.add(limited(Service.VOICE, answer.voice(), SECONDS_PER_MINUTE, status, validity));
        }
        if (!answer.text().total().isZero()) {
            buckets.add(limited(Service.MESSAGE, answer.text(), 1, status, validity));
        }
        return buckets;
    }

    private static Bucket unlimitedData(final SimStatus status, final Optional<TimePeriod> validity) {
        return new Bucket(
                Optional.empty(),
                Service.DATA,
                Allowance.unlimited(),
                Optional.empty(),
                Optional.empty(),
                bucketStatus(status, false),
                validity);
    }

    private static Bucket limited(
            final Service service,
            final Balance balance,
            final long size,
            final SimStatus status,
            final Optional<TimePeriod> validity) {
        final Quantity total = new Quantity(balance.total().roundedUp(size), service.unit());
        final Quantity remaining = new Quantity(balance.remaining().roundedDown(size), service.unit());
        return new Bucket(
                Optional.empty(),
                service,
                Allowance.limited(total),
                Optional.of(remaining),
                Optional.of(total.minus(remaining)),
                bucketStatus(status, remaining.isZero()),
                validity);
    }

    /** A SIM that is used up although something is left contradicts itself: nobody knows whether it can be used. */
    private static BucketStatus bucketStatus(final SimStatus sim, final boolean nothingLeft) {
        return switch (sim) {
            case EXPIRED -> BucketStatus.EXPIRED;
            case NOT_ACTIVE -> BucketStatus.NOT_ACTIVE;
            case ACTIVE -> nothingLeft ? BucketStatus.EXHAUSTED : BucketStatus.ACTIVE;
            default -> nothingLeft ? BucketStatus.EXHAUSTED : BucketStatus.UNKNOWN;
        };
    }
}
