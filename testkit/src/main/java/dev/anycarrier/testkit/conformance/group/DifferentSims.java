package dev.anycarrier.testkit.conformance.group;

import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.trial.JsonPlace;
import dev.anycarrier.testkit.conformance.trial.KnownAnswer;
import dev.anycarrier.testkit.conformance.trial.Spot;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.UsageReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** SIMs that differ in kind, what the carrier answers about them, and the values in those answers. */
final class DifferentSims {

    private static final int MOST = 6;

    private final List<KnownAnswer<UsageReport>> answers;
    private final Set<String> everywhereTheSame;

    private DifferentSims(final List<KnownAnswer<UsageReport>> answers) {
        this.answers = answers;
        this.everywhereTheSame = everywhereTheSame(answers);
    }

    static DifferentSims of(final Trial trial) {
        final Map<List<Object>, SimTruth> byKind = new LinkedHashMap<>();
        trial.sims().stream()
                .sorted(Comparator.comparing(truth -> -truth.buckets().size()))
                .forEach(truth -> byKind.putIfAbsent(kind(truth), truth));
        return new DifferentSims(byKind.values().stream()
                .limit(MOST)
                .map(truth -> KnownAnswer.usage(trial, truth.sim()))
                .toList());
    }

    List<KnownAnswer<UsageReport>> answers() {
        return answers;
    }

    /** Values of the answers: first one of each kind, then the same of the other SIMs, until there are enough. */
    List<Spot<UsageReport>> spots(final int most, final Predicate<JsonPlace> wanted) {
        final List<Spot<UsageReport>> all = answers.stream()
                .flatMap(answer -> answer.spots().stream())
                .filter(spot -> wanted.test(spot.place()))
                .toList();
        final Set<String> seen = new HashSet<>();
        final List<Spot<UsageReport>> first = new ArrayList<>();
        final List<Spot<UsageReport>> others = new ArrayList<>();
        all.forEach(spot -> (seen.add(spot.kind()) ? first : others).add(spot));
        return Stream.concat(first.stream(), others.stream()).limit(most).toList();
    }

    /**
     * Whether the value is the same in all answers, as it is where a carrier says that all is well. If it is changed, the
     * carrier may mean any failure.
     */
    boolean maySayThatAllIsWell(final Spot<UsageReport> spot) {
        return everywhereTheSame.contains(spot.kind());
    }

    private static Set<String> everywhereTheSame(final List<KnownAnswer<UsageReport>> answers) {
        final Map<String, Set<String>> values = new HashMap<>();
        answers.forEach(answer -> answer.everySpot().stream()
                .filter(spot ->
                        spot.place().isScalar() && !spot.place().pattern().contains("[]"))
                .forEach(spot -> values.computeIfAbsent(spot.kind(), kind -> new HashSet<>())
                        .add(spot.place().json())));
        values.values().removeIf(different -> different.size() > 1);
        return values.keySet();
    }

    private static List<Object> kind(final SimTruth truth) {
        return List.of(
                truth.status(),
                truth.buckets().stream().map(DifferentSims::kind).toList(),
                truth.counters().stream()
                        .map(counter -> counter.used().isZero())
                        .toList());
    }

    private static List<Object> kind(final Bucket bucket) {
        return List.of(
                bucket.service(),
                bucket.allowance() instanceof Allowance.Limited,
                bucket.allowance() instanceof Allowance.Unlimited,
                bucket.remaining().map(left -> left.isZero()),
                bucket.used().isPresent(),
                bucket.validity().isPresent());
    }
}
