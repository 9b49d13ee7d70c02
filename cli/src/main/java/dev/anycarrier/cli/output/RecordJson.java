package dev.anycarrier.cli.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.TagTotal;
import dev.anycarrier.usage.UsageRecord;

/** Usage records, groups of them and totals as JSON. What is not known is left out. */
public final class RecordJson {

    private RecordJson() {}

    /** A record. */
    public static ObjectNode of(final UsageRecord usage) {
        final ObjectNode json = Json.object()
                .put("id", usage.id())
                .put("time", usage.time().toString())
                .put("sim", usage.sim().value());
        usage.iccid().ifPresent(iccid -> json.put("iccid", iccid.value()));
        Json.put(json, "session", usage.session());
        json.put("service", usage.service().name());
        json.set("quantity", ReportJson.of(usage.quantity()));
        usage.network().ifPresent(network -> json.set("network", of(network)));
        return json;
    }

    /** A group, with what the carrier sent. */
    public static ObjectNode of(final HourlyUsage group) {
        final ObjectNode json = Json.object();
        Json.putInstant(json, "hour", group.hour());
        group.data().ifPresent(data -> json.set("data", ReportJson.of(data)));
        json.set("raw", Json.of(group.raw()));
        return json;
    }

    /** A total, with what the carrier sent. */
    public static ObjectNode of(final TagTotal total) {
        final ObjectNode json = Json.object();
        total.data().ifPresent(data -> json.set("data", ReportJson.of(data)));
        total.period().ifPresent(period -> json.set("period", ReportJson.of(period)));
        json.set("raw", Json.of(total.raw()));
        return json;
    }

    private static ObjectNode of(final Network network) {
        final ObjectNode json = Json.object();
        Json.put(json, "mobileCountryCode", network.mobileCountryCode());
        Json.put(json, "mobileNetworkCode", network.mobileNetworkCode());
        Json.put(json, "country", network.country());
        Json.put(json, "radioAccessTechnology", network.radioAccessTechnology());
        return json;
    }
}
