package dev.anycarrier.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import java.util.List;

/** Reports as JSON. What is not known is left out. */
public final class ReportJson {

    private ReportJson() {}

    /** A report. */
    public static ObjectNode of(final UsageReport report) {
        final ObjectNode json = Json.object()
                .put("provider", report.provider())
                .put("account", report.account())
                .put("sim", report.sim().value())
                .put("status", report.status().name());
        Json.put(json, "carrierStatus", report.carrierStatus());
        putUsage(json, report.buckets(), report.counters());
        Json.putInstant(json, "observedAt", report.observedAt());
        json.put("fetchedAt", report.fetchedAt().toString());
        report.carrierCacheTime().ifPresent(time -> json.put("carrierCacheTime", time.toString()));
        final ArrayNode warnings = json.putArray("warnings");
        report.warnings()
                .forEach(warning ->
                        warnings.addObject().put("kind", warning.kind().name()).put("detail", warning.detail()));
        return json;
    }

    /** Adds the members {@code buckets} and {@code counters}. */
    static void putUsage(final ObjectNode json, final List<Bucket> buckets, final List<UsageCounter> counters) {
        final ArrayNode bucketArray = json.putArray("buckets");
        buckets.forEach(bucket -> bucketArray.add(of(bucket)));
        final ArrayNode counterArray = json.putArray("counters");
        counters.forEach(counter -> counterArray.add(of(counter)));
    }

    /** An amount in its base unit. */
    static ObjectNode of(final Quantity quantity) {
        return Json.object()
                .put("amount", quantity.amount())
                .put("unit", quantity.unit().name());
    }

    /** A period, with those of its ends that are known. */
    static ObjectNode of(final TimePeriod period) {
        final ObjectNode json = Json.object();
        Json.putInstant(json, "start", period.start());
        Json.putInstant(json, "end", period.end());
        return json;
    }

    private static ObjectNode of(final Bucket bucket) {
        final ObjectNode json = Json.object();
        Json.put(json, "id", bucket.id());
        json.put("service", bucket.service().name());
        json.set("allowance", of(bucket.allowance()));
        bucket.remaining().ifPresent(amount -> json.set("remaining", of(amount)));
        bucket.used().ifPresent(amount -> json.set("used", of(amount)));
        json.put("status", bucket.status().name());
        bucket.validity().ifPresent(period -> json.set("validity", of(period)));
        return json;
    }

    private static ObjectNode of(final Allowance allowance) {
        final ObjectNode json = Json.object();
        if (allowance instanceof Allowance.Limited limited) {
            json.put("type", "limited").set("total", of(limited.total()));
            return json;
        }
        return json.put("type", allowance instanceof Allowance.Unlimited ? "unlimited" : "unknown");
    }

    private static ObjectNode of(final UsageCounter counter) {
        final ObjectNode json = Json.object().put("service", counter.service().name());
        json.set("used", of(counter.used()));
        counter.period().ifPresent(period -> json.set("period", of(period)));
        return json;
    }
}
