package dev.anycarrier.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.cluster.status.AccountStatus;
import dev.anycarrier.cluster.status.ClusterStatus;
import dev.anycarrier.cluster.sweep.ClusterSweepProgress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What nodes share and work on, as JSON. What is not known, or was not asked for, is left out. */
public final class ClusterJson {

    private static final double TENTHS = 10;

    private ClusterJson() {}

    /** The store with nodes and accounts, if it was looked at, and the sweeps, if they were. */
    public static ObjectNode of(
            final Optional<ClusterStatus> status, final Optional<List<ClusterSweepProgress>> sweeps) {
        final ObjectNode json = Json.object();
        status.ifPresent(seen -> put(json, seen));
        sweeps.ifPresent(list -> {
            final ArrayNode array = json.putArray("sweeps");
            list.forEach(sweep -> array.add(of(sweep)));
        });
        return json;
    }

    private static void put(final ObjectNode json, final ClusterStatus status) {
        final ObjectNode store = json.putObject("store")
                .put("server", status.server())
                .put("version", status.version())
                .put("usedBytes", status.usedMemory());
        if (status.maximumMemory() > 0) {
            store.put("maximumBytes", status.maximumMemory());
        }
        final ArrayNode nodes = json.putArray("nodes");
        status.nodes()
                .forEach(node -> nodes.addObject()
                        .put("node", node.name())
                        .put("seenAgo", node.seenAgo().toString())
                        .put("lag", node.lag().toString()));
        final ArrayNode accounts = json.putArray("accounts");
        status.accounts().forEach(account -> accounts.add(of(account)));
    }

    private static ObjectNode of(final AccountStatus account) {
        final ObjectNode json = Json.object().put("account", account.account());
        Json.put(json, "knownFor", account.knownFor().map(Duration::toString));
        Json.put(json, "held", account.held().map(Duration::toString));
        Json.put(json, "tokenHeld", account.tokenHeld().map(Duration::toString));
        final ArrayNode budgets = json.putArray("budgets");
        account.budgets()
                .forEach(budget -> budgets.addObject()
                        .put("scope", budget.limit().scope().name())
                        .put("requests", budget.limit().requests())
                        .put("window", budget.limit().window().toString())
                        .put("used", budget.used())
                        .put("left", budget.left()));
        return json;
    }

    private static ObjectNode of(final ClusterSweepProgress sweep) {
        final ObjectNode json = Json.object()
                .put("identity", sweep.identity())
                .put("state", sweep.state().name())
                .put("planned", sweep.planned())
                .put("done", sweep.done())
                .put("stale", sweep.stale())
                .put("failed", sweep.failed())
                .put("skipped", sweep.skipped())
                .put("perSecond", Math.round(sweep.perSecond() * TENTHS) / TENTHS)
                .put("elapsed", sweep.elapsed().toString());
        Json.putInstant(json, "estimatedEnd", sweep.estimatedEnd());
        final ArrayNode nodes = json.putArray("nodes");
        sweep.nodes().forEach(nodes::add);
        return json;
    }
}
