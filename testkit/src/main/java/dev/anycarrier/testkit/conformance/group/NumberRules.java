package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.TruthComparison;
import dev.anycarrier.usage.UsageReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Honest numbers: what the carrier says is what the report says. */
public final class NumberRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.NUMBERS, 1, "Every bucket is exactly the carrier's: amounts, allowance, state and validity.")
                    .because("People are billed and cut off by these numbers.")
                    .lookAt("Units (is a megabyte 1 000 000 or 1 048 576 bytes?), swapped fields, time zones, doubles.")
                    .shownBy(trial -> everySim(trial, TruthComparison::buckets)),
            must(Group.NUMBERS, 2, "Every counter is exactly the carrier's, and there is no other.")
                    .because("A counter is the sum of all that was used: the last or the largest record is neither.")
                    .lookAt("Whether all pages are summed, the period, and counters made from buckets.")
                    .shownBy(trial -> everySim(trial, TruthComparison::counters)),
            must(Group.NUMBERS, 3, "A report says when it was fetched, by the clock of the context.")
                    .because("Without it nobody can tell fresh from stale.")
                    .lookAt("ProviderContext.clock(), read when the answer is there.")
                    .shownBy(NumberRules::fetchedAt),
            must(Group.NUMBERS, 4, "Fields that the provider does not know change nothing.")
                    .because("Carriers add fields without telling anybody.")
                    .lookAt("Decoders that refuse unknown fields, or take them for others.")
                    .shownBy(NumberRules::unknownFields),
            must(Group.NUMBERS, 5, "Asking again gives the same again, as long as nothing has changed.")
                    .because("A sum that grows by being looked at is nobody's usage.")
                    .lookAt("Fields of the provider that a call adds to.")
                    .shownBy(NumberRules::askedTwice));

    private NumberRules() {}

    private static void everySim(
            final Trial trial, final BiFunction<SimTruth, UsageReport, Optional<String>> comparison) {
        final List<String> differences = trial.sims().stream()
                .flatMap(truth -> comparison.apply(truth, trial.report(truth.sim())).stream())
                .toList();
        unless(differences.isEmpty(), Shown.first(differences));
    }

    private static void fetchedAt(final Trial trial) {
        final Instant before = InstantSource.system().instant();
        final Instant fetchedAt = trial.report(trial.sim()).fetchedAt();
        final Instant after = InstantSource.system().instant();
        unless(
                !fetchedAt.isBefore(before) && !fetchedAt.isAfter(after),
                "asked between " + before + " and " + after + ", it was fetched at " + fetchedAt);
    }

    private static void unknownFields(final Trial trial) {
        for (final SimTruth truth : trial.sims()) {
            trial.overlay().passOn();
            final UsageReport without = trial.report(truth.sim());
            trial.overlay().answer(exchange -> withUnknownFields(exchange.answer()));
            mustSayTheSame("with unknown fields it is", without, trial.report(truth.sim()));
        }
    }

    private static HttpResponse withUnknownFields(final HttpResponse answer) {
        final String body = new String(answer.body(), StandardCharsets.UTF_8);
        final String more =
                body.replaceAll("\\{(?=\")", "{\"kit_unknown\":{\"total\":[0,null,\"0\"]},\"kit_unknown_number\":0,");
        return new HttpResponse(answer.status(), answer.headers(), more.getBytes(StandardCharsets.UTF_8));
    }

    private static void askedTwice(final Trial trial) {
        for (final SimTruth truth : trial.sims()) {
            final UsageReport first = trial.report(truth.sim());
            mustSayTheSame("when asked again it is", first, trial.report(truth.sim()));
        }
    }

    private static void mustSayTheSame(final String otherwise, final UsageReport first, final UsageReport second) {
        unless(
                second.status() == first.status()
                        && second.buckets().equals(first.buckets())
                        && second.counters().equals(first.counters()),
                "a report is " + Shown.answer(first) + "\n" + otherwise + " " + Shown.answer(second));
    }
}
