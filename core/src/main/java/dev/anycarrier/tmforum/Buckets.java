package dev.anycarrier.tmforum;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.UsageCounter;

/**
 * Buckets and counters of TMF677. A bucket stays of the type {@code Bucket}, since by nothing else a reader tells it from
 * a reference to one; what there is no member for is a characteristic of its counters.
 */
final class Buckets {

    private Buckets() {}

    /** A {@code Bucket}. */
    static ObjectNode of(final Bucket bucket) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode().put("@type", "Bucket");
        bucket.id().ifPresent(id -> json.put("id", id));
        json.put("usageType", Quantities.usageType(bucket.service()));
        bucket.remaining().ifPresent(remaining -> Quantities.put(json, "remainingValue", remaining));
        if (bucket.allowance() instanceof Allowance.Unlimited) {
            json.put("remainingValueName", "unlimited");
        }
        putStatus(json, bucket.status());
        Times.putPeriod(json, "validFor", bucket.validity());
        final ArrayNode counters = json.putArray("bucketCounter");
        bucket.used().ifPresent(used -> Quantities.put(counter(counters, "BucketCounter", "used"), "value", used));
        addAllowance(counters, bucket);
        return json;
    }

    /** Adds a {@code ConsumptionSummary}. */
    static void add(final ArrayNode summaries, final UsageCounter counter) {
        final ObjectNode json = counter(summaries, "ConsumptionSummary", "used");
        Times.putPeriod(json, "consumptionPeriod", counter.period());
        Quantities.put(json, "value", counter.used());
        Characteristics.typed(json.putArray("characteristic"), "usageType", Quantities.usageType(counter.service()));
    }

    private static void addAllowance(final ArrayNode counters, final Bucket bucket) {
        final ObjectNode json = counter(counters, "BucketCounter", "allowance");
        final ArrayNode characteristics = json.arrayNode();
        if (bucket.allowance() instanceof Allowance.Limited limited) {
            Quantities.put(json, "value", limited.total());
            Characteristics.typed(characteristics, "allowance", "LIMITED");
        } else {
            Characteristics.typed(
                    characteristics,
                    "allowance",
                    bucket.allowance() instanceof Allowance.Unlimited ? "UNLIMITED" : "UNKNOWN");
        }
        Characteristics.typed(characteristics, "bucketStatus", bucket.status().name());
        json.set("characteristic", characteristics);
    }

    private static void putStatus(final ObjectNode json, final BucketStatus status) {
        switch (status) {
            case ACTIVE -> json.put("status", "active");
            case EXPIRED -> json.put("status", "expired");
            case NOT_ACTIVE, EXHAUSTED, UNKNOWN -> {}
        }
    }

    private static ObjectNode counter(final ArrayNode counters, final String type, final String counterType) {
        return counters.addObject()
                .put("@type", type)
                .put("counterType", counterType)
                .put("level", "global");
    }
}
