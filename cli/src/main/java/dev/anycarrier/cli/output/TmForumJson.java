package dev.anycarrier.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.tmforum.UsageConsumptionReports;
import dev.anycarrier.tmforum.UsageErrors;
import java.util.List;

/** Results in the JSON of TM Forum's TMF677. */
public final class TmForumJson {

    private TmForumJson() {}

    /** An array of reports. */
    public static ArrayNode of(final List<UsageResult> results) {
        final ArrayNode json = Json.array();
        results.forEach(result -> json.add(UsageConsumptionReports.toJson(result)));
        return json;
    }

    /** What a SIM of a sweep ended in: a report, or an error that names the SIM. */
    public static ObjectNode of(final SweepOutcome outcome) {
        if (outcome instanceof SweepOutcome.Read read) {
            return UsageConsumptionReports.toJson(read.result());
        }
        if (outcome instanceof SweepOutcome.Failed failed) {
            return UsageErrors.toJson(failed.sim(), failed.failure());
        }
        return UsageErrors.toJson((SweepOutcome.Skipped) outcome);
    }
}
