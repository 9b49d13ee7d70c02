package dev.anycarrier.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.TagTotal;
import java.util.List;

/** What was asked and how it ended, as JSON: beside the question either the answer or an {@code error}. */
public final class ResultsJson {

    private final ObjectNode json = Json.object();
    private final ArrayNode results = json.putArray("results");

    /** Adds what is known of a SIM. */
    public void add(final SimRef sim, final UsageResult result) {
        results.add(ResultJson.of(sim, result));
    }

    /** Adds that a SIM could not be read. */
    public void add(final SimRef sim, final UsageException failure) {
        results.add(ResultJson.of(sim, failure));
    }

    /** All that was added. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** All that was added, and where it is not what it should be. */
    public ObjectNode compared(final List<String> differences) {
        final ObjectNode compared = json();
        final ArrayNode list = compared.putArray("differences");
        differences.forEach(list::add);
        return compared;
    }

    /** The total of a tag. */
    public static ObjectNode of(final String account, final String tag, final TagTotal total) {
        final ObjectNode json = question(account, tag);
        json.set("total", RecordJson.of(total));
        return json;
    }

    /** That the total of a tag could not be read. */
    public static ObjectNode of(final String account, final String tag, final UsageException failure) {
        final ObjectNode json = question(account, tag);
        json.set("error", FailureJson.of(failure));
        return json;
    }

    private static ObjectNode question(final String account, final String tag) {
        return Json.object().put("account", account).put("tag", tag);
    }
}
