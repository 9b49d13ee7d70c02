package dev.anycarrier.cli.output;

import dev.anycarrier.cluster.status.AccountStatus;
import dev.anycarrier.cluster.status.BudgetStatus;
import dev.anycarrier.cluster.status.ClusterStatus;
import dev.anycarrier.cluster.sweep.ClusterSweepProgress;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Unit;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What nodes share and work on, as tables. Not thread-safe. */
public final class ClusterTables {

    private static final String NOTHING = "–";
    private static final double MICROS_IN_A_MILLI = 1000;

    private final PrintStream out;
    private final boolean colours;
    private boolean begun;

    /** Tables on a stream. */
    public ClusterTables(final PrintStream out, final boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** Prints the store, the nodes, and what is left of each account's limits. */
    public void print(final ClusterStatus status) {
        begun = true;
        out.println(
                Printable.of("Redis " + status.version() + " at " + status.server() + ", " + bytes(status.usedMemory())
                        + " used" + (status.maximumMemory() > 0 ? " of " + bytes(status.maximumMemory()) : "")));
        out.println();
        final Table nodes = new Table(List.of(Column.left("NODE"), Column.right("SEEN AGO"), Column.right("LAG")));
        status.nodes().forEach(node -> nodes.add(node.name(), TimeText.of(node.seenAgo()), millis(node.lag())));
        nodes.print(out, colours);
        out.println();
        final Table accounts = new Table(List.of(
                Column.left("ACCOUNT"),
                Column.left("SCOPE"),
                Column.right("LIMIT"),
                Column.right("USED"),
                Column.right("LEFT"),
                Column.right("HELD"),
                Column.right("KNOWN FOR")));
        status.accounts().forEach(account -> add(accounts, account));
        accounts.print(out, colours);
    }

    /** Prints the sweeps. */
    public void print(final List<ClusterSweepProgress> sweeps, final Instant now) {
        if (begun) {
            out.println();
        }
        final Table table = new Table(List.of(
                Column.left("SWEEP"),
                Column.left("STATE"),
                Column.right("SIMS"),
                Column.right("ENDED"),
                Column.right("STALE"),
                Column.right("FAILED"),
                Column.right("SKIPPED"),
                Column.right("PER SECOND"),
                Column.right("ETA"),
                Column.left("NODES")));
        sweeps.forEach(sweep -> table.add(
                sweep.identity(),
                sweep.state().name(),
                Long.toString(sweep.planned()),
                Long.toString(sweep.ended()),
                Long.toString(sweep.stale()),
                Long.toString(sweep.failed()),
                Long.toString(sweep.skipped()),
                String.format(Locale.ROOT, "%.1f", sweep.perSecond()),
                sweep.estimatedEnd()
                        .map(end -> TimeText.of(Duration.between(now, end)))
                        .orElse(NOTHING),
                sweep.nodes().isEmpty() ? NOTHING : String.join(", ", sweep.nodes())));
        table.print(out, colours);
    }

    private static void add(final Table table, final AccountStatus account) {
        if (account.budgets().isEmpty()) {
            table.add(account.account(), NOTHING, NOTHING, NOTHING, NOTHING, held(account.held()), known(account));
        }
        for (final BudgetStatus budget : account.budgets()) {
            final boolean token = budget.limit().scope() == LimitScope.TOKEN_ENDPOINT;
            table.add(
                    account.account(),
                    budget.limit().scope().name(),
                    budget.limit().requests() + "/" + window(budget.limit().window()),
                    Integer.toString(budget.used()),
                    Integer.toString(budget.left()),
                    held(token ? account.tokenHeld() : account.held()),
                    known(account));
        }
    }

    private static String held(final Optional<Duration> held) {
        return held.map(ClusterTables::atLeastASecond).orElse(NOTHING);
    }

    private static String atLeastASecond(final Duration held) {
        return TimeText.of(held.plusMillis(999));
    }

    private static String known(final AccountStatus account) {
        return account.knownFor().map(TimeText::of).orElse("always");
    }

    private static String window(final Duration window) {
        return window.toMillisPart() > 0 ? window.toMillis() + " ms" : TimeText.of(window);
    }

    private static String bytes(final long amount) {
        return AmountText.of(Amount.of(new Quantity(amount, Unit.BYTES)));
    }

    private static String millis(final Duration lag) {
        return String.format(Locale.ROOT, "%.1f ms", lag.toNanos() / MICROS_IN_A_MILLI / MICROS_IN_A_MILLI);
    }
}
