package dev.anycarrier.cli.page;

import dev.anycarrier.cli.digest.AccountTotal;
import dev.anycarrier.cli.digest.Digest;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.testkit.page.Markup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What could not be read, and why. */
final class FailuresSection {

    private final Digest digest;

    FailuresSection(final Digest digest) {
        this.digest = digest;
    }

    Section section() {
        final Map<UsageException.Kind, Long> kinds = new EnumMap<>(UsageException.Kind.class);
        final Map<SweepOutcome.Reason, Long> reasons = new EnumMap<>(SweepOutcome.Reason.class);
        digest.accounts().values().forEach(account -> {
            account.failures().forEach((kind, count) -> kinds.merge(kind, count, Long::sum));
            account.skips().forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        });
        final List<Markup> parts = new ArrayList<>();
        if (!kinds.isEmpty() || !reasons.isEmpty()) {
            parts.add(kinds(kinds, reasons).table());
            parts.add(accounts().folded("By account"));
        }
        return new Section("failures", "What could not be read", parts);
    }

    private static Grid kinds(
            final Map<UsageException.Kind, Long> kinds, final Map<SweepOutcome.Reason, Long> reasons) {
        final Grid table = new Grid("Failures by kind")
                .words("Kind")
                .words("What it means")
                .numbers("SIMs")
                .drawing();
        final long most = Math.max(
                kinds.values().stream().mapToLong(Long::longValue).max().orElse(0),
                reasons.values().stream().mapToLong(Long::longValue).max().orElse(0));
        kinds.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> table.row(
                        entry.getKey().name(),
                        Names.meaning(entry.getKey()),
                        Figures.count(entry.getValue()),
                        Bars.bar(entry.getValue(), most, "t-alert")));
        reasons.forEach((reason, count) -> table.row(
                "skipped: " + reason.name(),
                Names.meaning(reason),
                Figures.count(count),
                Bars.bar(count, most, "t-mute")));
        return table;
    }

    private Grid accounts() {
        final Grid table =
                new Grid("Failures by account").words("Account").words("Kind").numbers("SIMs");
        digest.accounts().forEach((name, account) -> rows(table, name, account));
        return table;
    }

    private static void rows(final Grid table, final String name, final AccountTotal account) {
        account.failures().forEach((kind, count) -> table.row(name, kind.name(), Figures.count(count)));
        account.skips().forEach((reason, count) -> table.row(name, "skipped: " + reason, Figures.count(count)));
    }
}
