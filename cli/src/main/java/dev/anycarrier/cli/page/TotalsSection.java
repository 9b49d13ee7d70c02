package dev.anycarrier.cli.page;

import dev.anycarrier.cli.digest.AccountTotal;
import dev.anycarrier.cli.digest.Digest;
import dev.anycarrier.cli.digest.ServiceTotal;
import dev.anycarrier.cli.output.AmountText;
import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.usage.Service;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What all SIMs of an account have, service by service. */
final class TotalsSection {

    private final Digest digest;

    TotalsSection(final Digest digest) {
        this.digest = digest;
    }

    Section section() {
        final Grid table = new Grid("Totals by account and service")
                .words("Account")
                .words("Service")
                .numbers("SIMs")
                .numbers("Unlimited")
                .numbers("Not told")
                .numbers("Over")
                .numbers("Granted")
                .numbers("Left")
                .drawing()
                .numbers("Used")
                .numbers("Counters")
                .numbers("Records");
        digest.accounts().forEach((name, account) -> {
            for (final Service service : Service.values()) {
                account.of(service).ifPresent(total -> row(table, name, service, total));
            }
        });
        final List<Markup> parts = new ArrayList<>();
        if (!table.isEmpty()) {
            parts.add(table.table());
            parts.add(
                    Section.note("Granted and left are sums over the SIMs of which both are told, used over those that"
                            + " tell it; unlimited, not told and over are SIMs that are in neither sum. Counters and records are"
                            + " amounts without an allowance beside them."));
        }
        return new Section("totals", "Totals by account", parts);
    }

    private static void row(final Grid table, final String name, final Service service, final ServiceTotal total) {
        final boolean limited = total.limited() > 0;
        table.row(
                name,
                Figures.name(service),
                Figures.count(total.sims()),
                Figures.count(total.unlimited()),
                Figures.count(total.untold()),
                Figures.count(total.over()),
                limited ? Figures.amount(total.granted(), service.unit()) : AmountText.NONE,
                limited ? Figures.amount(total.remaining(), service.unit()) : AmountText.NONE,
                Bars.bar(total.remaining(), total.granted(), "t-calm"),
                total.sims() > 0 ? Figures.amount(total.used(), service.unit()) : AmountText.NONE,
                amount(total.counted(), service),
                amount(total.recorded(), service));
    }

    private static String amount(final Optional<BigInteger> amount, final Service service) {
        return amount.map(known -> Figures.amount(known, service.unit())).orElse(AmountText.NONE);
    }

    static long sum(final Digest digest, final ToLongFunction<AccountTotal> part) {
        return digest.accounts().values().stream().mapToLong(part).sum();
    }
}
