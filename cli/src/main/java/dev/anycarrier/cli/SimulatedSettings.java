package dev.anycarrier.cli;

import dev.anycarrier.cli.output.Amount;
import dev.anycarrier.cli.output.AmountText;
import dev.anycarrier.cli.output.ServiceFigures;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageRecord;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The settings that point at a simulated carrier, as a settings file; what else is worth knowing stands in comments. */
final class SimulatedSettings {

    private final SimulatedCarrier carrier;
    private final boolean withoutLimits;

    SimulatedSettings(final SimulatedCarrier carrier, final boolean withoutLimits) {
        this.carrier = carrier;
        this.withoutLimits = withoutLimits;
    }

    /** Prints them, with the truth about so many SIMs. */
    void print(final PrintStream out, final int sims) {
        out.println("# " + carrier.carrier() + ", simulated: " + carrier.sims().size() + " SIMs"
                + (withoutLimits ? ", request limits lifted" : ""));
        SimulatedCarriers.settings(carrier, withoutLimits)
                .forEach((name, value) -> out.println(name + " = " + value.replace("${", "$${")));
        carrier.sims().stream().limit(sims).forEach(truth -> out.println("#   " + line(truth)));
        out.println("#   " + carrier.carrier() + ":" + carrier.unknownSim().value() + "  unknown to this carrier");
        if (!carrier.records().isEmpty()) {
            out.println("#   anycarrier records " + carrier.carrier() + window(carrier.records()));
        }
        carrier.tagTotals()
                .forEach((tag, total) -> out.println("#   anycarrier tag " + carrier.carrier() + " " + tag + "  "
                        + AmountText.of(Amount.of(total))));
        out.println();
    }

    private String line(final SimTruth truth) {
        final List<String> words = new ArrayList<>();
        words.add(carrier.carrier() + ":" + truth.sim().value());
        words.add(truth.gone() ? "GONE" : truth.status().name());
        for (final Service service : Service.values()) {
            final ServiceFigures figures = ServiceFigures.of(service, truth.buckets(), truth.counters());
            if (!(figures.total() instanceof Amount.None)) {
                words.add(service + ": " + AmountText.of(figures.used()) + " used, "
                        + AmountText.of(figures.remaining()) + " left");
            }
            if (!(figures.metered() instanceof Amount.None)) {
                words.add(service + ": " + AmountText.of(figures.metered()) + " metered");
            }
        }
        return String.join("  ", words);
    }

    /** The days that hold all records; they are in the order of time. */
    private static String window(final List<UsageRecord> records) {
        final UsageRecord last = records.get(records.size() - 1);
        return " --from " + records.get(0).time().atOffset(ZoneOffset.UTC).toLocalDate() + " --to "
                + last.time().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1) + "  " + records.size() + " records";
    }
}
