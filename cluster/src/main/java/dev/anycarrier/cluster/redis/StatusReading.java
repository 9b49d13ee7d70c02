package dev.anycarrier.cluster.redis;

import dev.anycarrier.cluster.status.AccountStatus;
import dev.anycarrier.cluster.status.BudgetStatus;
import dev.anycarrier.cluster.status.ClusterStatus;
import dev.anycarrier.cluster.status.NodeStatus;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what an operator wants to know: one round trip for the server, one for who is there, one for each account. */
final class StatusReading {

    /** Where parts begin in the answer about an account. */
    private static final int KNOWN_FOR = 2;

    private static final int SHARED = 3;
    private static final int TOKENS = 5;

    private final RedisSettings settings;
    private final RedisSession session;
    private final Function<String, AccountKeys> keysOf;
    private final Function<AccountKeys, AccountCalls> callsOf;

    StatusReading(
            final RedisSettings settings,
            final RedisSession session,
            final Function<String, AccountKeys> keysOf,
            final Function<AccountKeys, AccountCalls> callsOf) {
        this.settings = settings;
        this.session = session;
        this.keysOf = keysOf;
        this.callsOf = callsOf;
    }

    ClusterStatus read() {
        final RedisInfo info = session.infoNow();
        final Reply overview = session.call(
                Script.OVERVIEW,
                new Arguments()
                        .text(AccountKeys.nodes(settings.prefix()))
                        .text(AccountKeys.accounts(settings.prefix())),
                new Arguments());
        final List<AccountStatus> accounts = new ArrayList<>();
        pairs(overview.list(3)).forEach((account, limits) -> accounts.add(account(account, LimitText.read(limits))));
        return new ClusterStatus(
                settings.server(), info.version(), info.usedMemory(), info.maximumMemory(), nodes(overview), accounts);
    }

    private AccountStatus account(final String account, final LimitText terms) {
        final AccountKeys keys = keysOf.apply(account);
        final List<RateLimit> shared = terms.of(LimitScope.ACCOUNT);
        final List<RateLimit> tokens = terms.of(LimitScope.TOKEN_ENDPOINT);
        final Reply reply = callsOf.apply(keys)
                .ask(
                        Script.STATUS,
                        new Arguments().text(keys.lane(false)).text(keys.lane(true)),
                        new Arguments().atLeast(terms.slack()).windows(shared).windows(tokens));
        final List<BudgetStatus> budgets = new ArrayList<>(budgets(shared, reply.list(SHARED + 1)));
        budgets.addAll(budgets(tokens, reply.list(TOKENS + 1)));
        final long known = reply.number(KNOWN_FOR);
        return new AccountStatus(
                account,
                known < 0 ? Optional.empty() : Optional.of(Micros.length(known)),
                positive(reply.length(SHARED)),
                positive(reply.length(TOKENS)),
                budgets);
    }

    private static List<BudgetStatus> budgets(final List<RateLimit> limits, final Reply used) {
        final List<BudgetStatus> budgets = new ArrayList<>();
        for (int i = 0; i < limits.size(); i++) {
            budgets.add(new BudgetStatus(limits.get(i), (int) used.number(i)));
        }
        return budgets;
    }

    private static List<NodeStatus> nodes(final Reply overview) {
        final List<NodeStatus> nodes = new ArrayList<>();
        pairs(overview.list(2)).forEach((name, text) -> {
            final String[] seenAndLag = text.split(" ", 2);
            if (seenAndLag.length != 2 || !text.matches("[0-9]{1,17} [0-9]{1,17}")) {
                throw Reply.unfit();
            }
            nodes.add(new NodeStatus(
                    name,
                    Micros.length(overview.time() - Long.parseLong(seenAndLag[0])),
                    Micros.length(Long.parseLong(seenAndLag[1]))));
        });
        return nodes.stream()
                .filter(node -> node.seenAgo().compareTo(Heartbeat.REMEMBERED) < 0)
                .sorted(Comparator.comparing(NodeStatus::name))
                .toList();
    }

    private static Map<String, String> pairs(final Reply list) {
        final Map<String, String> pairs = new TreeMap<>();
        for (int i = 0; i + 1 < list.size(); i += 2) {
            pairs.put(list.text(i), list.text(i + 1));
        }
        return pairs;
    }

    private static Optional<Duration> positive(final Duration length) {
        return length.isZero() ? Optional.empty() : Optional.of(length);
    }
}
