package dev.anycarrier.tmforum;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.UsageReport;
import java.util.Optional;

/**
 * Reports as {@code UsageConsumptionReport} of TMF677 Usage Consumption v5.1.0.
 *
 * <p>The JSON is of the sub-type {@code AnycarrierUsageConsumptionReport}: beside the standard's members it has those of
 * {@link #schema()}, under names the standard does not use. Members of which nothing is known are absent; so are times
 * before the year 0 and after 9999, which RFC 3339 cannot write.
 */
public final class UsageConsumptionReports {

    private static final Extension EXTENSION = new Extension(
            "AnycarrierUsageConsumptionReport",
            "UsageConsumptionReport",
            "urn:anycarrier:tmf677:usage-consumption-report:1",
            "usage-consumption-report-1.schema.json");

    private UsageConsumptionReports() {}

    /**
     * A report by itself. Whether it is fresh is not said: only a {@link UsageResult} knows.
     *
     * @return a new tree
     */
    public static ObjectNode toJson(final UsageReport report) {
        final String sim = report.account() + ":" + report.sim().value();
        final ObjectNode json =
                EXTENSION.begin(JsonNodeFactory.instance.objectNode()).put("id", sim + "@" + report.fetchedAt());
        Times.put(json, "creationDate", Optional.of(report.fetchedAt()));
        Times.put(json, "lastUpdate", report.observedAt());
        putCarrier(json, report);
        putSim(json, report);
        final ArrayNode buckets = json.putArray("bucket");
        report.buckets().forEach(bucket -> buckets.add(Buckets.of(bucket)));
        if (!report.counters().isEmpty()) {
            final ArrayNode summaries = json.putArray("product")
                    .addObject()
                    .put("@type", "UsageConsumptionProductRef")
                    .put("id", sim)
                    .put("@referredType", "Product")
                    .putArray("consumptionSummary");
            report.counters().forEach(counter -> Buckets.add(summaries, counter));
        }
        json.put("simStatus", report.status().name());
        report.carrierStatus().ifPresent(word -> json.put("carrierStatus", word));
        report.carrierCacheTime().ifPresent(time -> json.put("carrierCacheTime", time.toString()));
        final ArrayNode warnings = json.putArray("warning");
        report.warnings()
                .forEach(warning ->
                        warnings.addObject().put("kind", warning.kind().name()).put("detail", warning.detail()));
        return json;
    }

    /**
     * A report and how fresh it is: {@code stale}, {@code ageSeconds}, and as {@code staleCause} what kept a newer value
     * away, where something did.
     *
     * @return a new tree
     */
    public static ObjectNode toJson(final UsageResult result) {
        final ObjectNode json = toJson(result.report())
                .put("stale", result instanceof UsageResult.Stale)
                .put("ageSeconds", result.age().toSeconds());
        if (result instanceof UsageResult.Stale stale) {
            stale.cause().ifPresent(cause -> json.set("staleCause", UsageErrors.toJson(cause)));
        }
        return json;
    }

    /**
     * The JSON Schema (draft 2020-12) of what these reports have beside the standard's members. Its {@code $id} is the
     * {@code @schemaLocation} of every report; members may be added to it, none is renamed or removed under that name.
     */
    public static String schema() {
        return EXTENSION.schema();
    }

    private static void putCarrier(final ObjectNode json, final UsageReport report) {
        json.putArray("partyAccount")
                .addObject()
                .put("@type", "PartyAccountRef")
                .put("id", report.account())
                .put("@referredType", "PartyAccount");
        final ObjectNode carrier =
                json.putArray("relatedParty").addObject().put("@type", "RelatedPartyRefOrPartyRoleRef");
        carrier.put("role", "carrier")
                .putObject("partyOrPartyRole")
                .put("@type", "PartyRef")
                .put("id", report.provider())
                .put("@referredType", "Organization");
    }

    private static void putSim(final ObjectNode json, final UsageReport report) {
        json.putArray("logicalResource")
                .addObject()
                .put("@type", "LogicalResourceRef")
                .put("id", report.sim().value())
                .put("name", report.sim() instanceof Iccid ? "ICCID" : "carrier SIM id")
                .put("value", report.sim().value())
                .put("@referredType", "LogicalResource");
    }
}
