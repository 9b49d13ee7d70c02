package dev.anycarrier.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.call.UsageChange;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.usage.SimRef;
import java.util.List;

/** What the question about one SIM ended in, as JSON: beside the SIM a {@code report}, an {@code error} or {@code skipped}. */
public final class ResultJson {

    private ResultJson() {}

    /** What is known of a SIM, how fresh that is, and how it differs from what was known before. */
    public static ObjectNode of(final SimRef sim, final UsageResult result) {
        final ObjectNode json = of(sim);
        json.set("report", ReportJson.of(result.report()));
        json.set("freshness", freshness(result));
        if (!result.changes().isEmpty()) {
            json.set("changes", changes(result.changes()));
        }
        return json;
    }

    /** That a SIM could not be read. */
    public static ObjectNode of(final SimRef sim, final UsageException failure) {
        final ObjectNode json = of(sim);
        json.set("error", FailureJson.of(failure));
        return json;
    }

    /** What a SIM of a sweep ended in. */
    public static ObjectNode of(final SweepOutcome outcome) {
        if (outcome instanceof SweepOutcome.Read read) {
            return of(read.sim(), read.result());
        }
        if (outcome instanceof SweepOutcome.Failed failed) {
            return of(failed.sim(), failed.failure());
        }
        final SweepOutcome.Skipped skipped = (SweepOutcome.Skipped) outcome;
        return of(skipped.sim()).put("skipped", skipped.reason().name());
    }

    private static ObjectNode of(final SimRef sim) {
        return Json.object().put("account", sim.account()).put("sim", sim.sim().value());
    }

    private static ObjectNode freshness(final UsageResult result) {
        final boolean stale = result instanceof UsageResult.Stale;
        final ObjectNode json = Json.object()
                .put("state", stale ? "STALE" : "FRESH")
                .put("ageSeconds", result.age().toSeconds());
        if (result instanceof UsageResult.Stale old) {
            old.cause().ifPresent(cause -> json.set("cause", FailureJson.of(cause)));
        }
        return json;
    }

    private static ArrayNode changes(final List<UsageChange> changes) {
        final ArrayNode json = Json.array();
        for (final UsageChange change : changes) {
            final ObjectNode one =
                    json.addObject().put("service", change.service().name());
            Json.put(one, "bucket", change.bucket());
            one.put("kind", change.kind().name()).set("amount", ReportJson.of(change.amount()));
        }
        return json;
    }
}
