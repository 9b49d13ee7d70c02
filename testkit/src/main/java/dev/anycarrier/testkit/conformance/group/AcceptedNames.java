package dev.anycarrier.testkit.conformance.group;

import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The identifiers by which a SIM can be asked for: those that the carrier knows and the provider accepts. */
final class AcceptedNames {

    private AcceptedNames() {}

    /**
     * Two SIMs, both by an identifier of the same type.
     *
     * @param asked the one that is asked about
     * @param other another one
     */
    record Pair(SimId asked, SimId other) {}

    static List<SimId> of(final Trial trial, final SimTruth truth) {
        final Set<IdentifierType> accepted = trial.respondent().descriptor().identifiers();
        return truth.names().stream()
                .filter(name -> accepted.contains(IdentifierType.of(name)))
                .toList();
    }

    /** The identifiers of a SIM that the records name so. */
    static List<SimId> of(final Trial trial, final SimId recorded) {
        return trial.sims().stream()
                .filter(truth -> truth.names().contains(recorded))
                .map(truth -> of(trial, truth))
                .findFirst()
                .orElse(List.of(recorded));
    }

    static List<Iccid> iccids(final Trial trial) {
        return trial.sims().stream()
                .flatMap(truth -> of(trial, truth).stream())
                .filter(Iccid.class::isInstance)
                .map(Iccid.class::cast)
                .toList();
    }

    /** The SIMs of the first record and of the next that is another's, by each type of identifier that both have. */
    static List<Pair> usedSims(final Trial trial) {
        final List<UsageRecord> records = HourlySums.records(trial);
        final SimId first = records.get(0).sim();
        final SimId second = records.stream()
                .map(UsageRecord::sim)
                .filter(sim -> !sim.equals(first))
                .findFirst()
                .orElseThrow(() -> NotTried.notApplicable("all records of the carrier are of one SIM"));
        final List<SimId> others = of(trial, second);
        final List<Pair> pairs = new ArrayList<>();
        for (final SimId asked : of(trial, first)) {
            final Optional<SimId> other = others.stream()
                    .filter(name -> IdentifierType.of(name) == IdentifierType.of(asked))
                    .findFirst();
            other.ifPresent(name -> pairs.add(new Pair(asked, name)));
        }
        return pairs;
    }
}
