package dev.anycarrier.testkit.carriers;

import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import java.util.Optional;

/**
 * How much a SIM of Onomondo may use in a month.
 *
 * @param total bytes it may use
 * @param used bytes it has used, or empty for {@code null}
 * @param month the month
 */
record OnomondoDataLimit(long total, Optional<Long> used, OnomondoMonth month) {

    String json() {
        return """
                {"used":%s,"total":%d,"type":"monthly","period":"%s","alert_threshold":null,"resets_at":"%s"}""".formatted(
                        used.map(String::valueOf).orElse("null"),
                        total,
                        month.written(),
                        month.end().toString().replace("Z", ".000Z"));
    }

    Bucket truth() {
        final Optional<Quantity> usedBytes = used.map(Quantity::bytes);
        final Optional<Quantity> remaining =
                usedBytes.map(amount -> Quantity.bytes(total).minus(amount));
        return new Bucket(
                Optional.empty(),
                Service.DATA,
                Allowance.limited(Quantity.bytes(total)),
                remaining,
                usedBytes,
                remaining
                        .map(left -> left.isZero() ? BucketStatus.EXHAUSTED : BucketStatus.ACTIVE)
                        .orElse(BucketStatus.UNKNOWN),
                Optional.of(month.period()));
    }
}
