package dev.anycarrier.testkit.carriers;

import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.TimePeriod;
import java.util.Optional;

/**
 * How much a SIM of Onomondo may use in a month.
 *
 * @param total bytes it may use
 * @param used bytes it has used, or empty for {@code null}
 * @param month the month
 * @param telling which ends of it are told
 */
record OnomondoDataLimit(long total, Optional<Long> used, OnomondoMonth month, Telling telling) {

    /** What it tells of its period; of other types than monthly no example is known. */
    enum Telling {
        START_AND_END("\"monthly\"", true, true),
        END("\"monthly\"", false, true),
        START("\"monthly\"", true, false),
        NEITHER("\"monthly\"", false, false),
        END_OF_ANOTHER_TYPE("\"weekly\"", true, true),
        END_WITHOUT_TYPE("null", true, true);

        private final String type;
        private final boolean start;
        private final boolean end;

        Telling(final String type, final boolean start, final boolean end) {
            this.type = type;
            this.start = start;
            this.end = end;
        }

        private Optional<TimePeriod> of(final OnomondoMonth month) {
            final boolean startIsKnown = start && type.equals("\"monthly\"");
            return startIsKnown || end
                    ? Optional.of(new TimePeriod(
                            startIsKnown ? Optional.of(month.start()) : Optional.empty(),
                            end ? Optional.of(month.end()) : Optional.empty()))
                    : Optional.empty();
        }
    }

    String json() {
        return """
                {"used":%s,"total":%d,"type":%s,"period":%s,"alert_threshold":null%s}""".formatted(
                        used.map(String::valueOf).orElse("null"),
                        total,
                        telling.type,
                        telling.start ? '"' + month.written() + '"' : "null",
                        telling.end
                                ? ",\"resets_at\":\"%s\""
                                        .formatted(month.end().toString().replace("Z", ".000Z"))
                                : "");
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
                telling.of(month));
    }
}
