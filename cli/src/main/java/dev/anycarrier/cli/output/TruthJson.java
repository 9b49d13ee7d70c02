package dev.anycarrier.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import java.util.Collection;

/**
 * What is true about simulated carriers, in the shapes in which the commands tell it. What only an answer has, such as
 * the time it was fetched, is left out.
 */
public final class TruthJson {

    private TruthJson() {}

    /** The truth about the carriers, each under an account that is called like it. */
    public static ObjectNode of(final Collection<SimulatedCarrier> carriers) {
        final ObjectNode json = Json.object();
        final ArrayNode results = json.putArray("results");
        final ArrayNode records = json.putArray("records");
        final ArrayNode tags = json.putArray("tags");
        for (final SimulatedCarrier carrier : carriers) {
            carrier.sims().forEach(truth -> results.add(result(carrier.carrier(), truth)));
            carrier.records().forEach(usage -> records.add(RecordJson.of(usage).put("account", carrier.carrier())));
            carrier.tagTotals().forEach((tag, total) -> {
                final ObjectNode one =
                        tags.addObject().put("account", carrier.carrier()).put("tag", tag);
                one.putObject("total").set("data", ReportJson.of(total));
            });
        }
        return json;
    }

    private static ObjectNode result(final String carrier, final SimTruth truth) {
        final ObjectNode json =
                Json.object().put("account", carrier).put("sim", truth.sim().value());
        if (truth.gone()) {
            json.putObject("error")
                    .put("kind", Kind.GONE.name())
                    .put("code", Kind.GONE.code())
                    .put("retryable", false);
            return json;
        }
        final ObjectNode report = json.putObject("report")
                .put("provider", carrier)
                .put("account", carrier)
                .put("sim", truth.sim().value())
                .put("status", truth.status().name());
        ReportJson.putUsage(report, truth.buckets(), truth.counters());
        return json;
    }
}
