package dev.anycarrier.simulation.law;

import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.simulation.fleet.Population;
import dev.anycarrier.simulation.fleet.SimulatedCarrier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** No text holds what must stay inside. What outlives the process may hold identifiers of SIMs, and no secret. */
final class SecretsStay {

    private SecretsStay() {}

    static void check(final Evidence evidence, final Consumer<String> broken) {
        final List<String> secrets = new ArrayList<>();
        final List<String> iccids = new ArrayList<>();
        for (final SimulatedCarrier carrier : evidence.fleet.carriers()) {
            secrets.addAll(carrier.secrets());
            final Population population = carrier.options().population();
            for (long number = 0; number <= population.size(); number++) {
                iccids.add(population.iccid(number));
            }
        }
        for (final String text : evidence.texts) {
            find(secrets, text, "a secret in: ", broken);
            find(iccids, text, "an ICCID in: ", broken);
        }
        find(secrets, evidence.log, "a secret in the log: ", broken);
        find(iccids, evidence.log, "an ICCID in the log: ", broken);
        evidence.state
                .entries()
                .forEach((account, entries) -> entries.forEach(entry -> find(secrets, shown(entry), "kept: ", broken)));
    }

    private static String shown(final StateEntry entry) {
        return entry.toString();
    }

    private static void find(
            final List<String> hidden, final String text, final String what, final Consumer<String> broken) {
        for (final String secret : hidden) {
            if (text.contains(secret)) {
                broken.accept(what + text);
                return;
            }
        }
    }
}
