package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.JsonPlace;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Retold;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Spot;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words for states that the carrier's documents do not have: unknown, told as such, and kept. */
public final class StatusWordRules {

    private static final int SPOTS = 20;
    private static final String NEW_WORD = "KIT_UNHEARD_OF";
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_-]{1,40}");

    public static final List<CheckedRule> ALL = List.of(
            must(Group.STATUS, 3, "A word that nobody knows is no known state: UNKNOWN, or INVALID_DATA.")
                    .because("Carriers invent states; taken for ACTIVE, a blocked SIM is sold top-ups.")
                    .lookAt("The default of the switch over the carrier's words, and lookups by a part of the word.")
                    .shownBy(StatusWordRules::unknownWords),
            must(Group.STATUS, 4, "The carrier's own word stands beside the state, to the letter.")
                    .because("It is what the carrier's support asks for, and all there is if the state is UNKNOWN.")
                    .lookAt("UsageReport.carrierStatus(): the word as it was sent, not the one it was read as.")
                    .shownBy(StatusWordRules::ownWord),
            must(Group.STATUS, 5, "UNKNOWN_STATUS is among the warnings where a word is not known, and only there.")
                    .because("Without it nobody hears of the new word, until customers do.")
                    .lookAt("The consumer of warnings that StatusWords takes.")
                    .shownBy(StatusWordRules::warning));

    private StatusWordRules() {}

    private static void unknownWords(final Trial trial) {
        final DifferentSims sims = DifferentSims.of(trial);
        for (final Spot<UsageReport> spot : words(sims, SPOTS)) {
            final String word = spot.place().text();
            for (final String other : List.of(NEW_WORD, "X" + word, word + word, otherCase(word), "")) {
                final Retold<UsageReport> retold = spot.as(spot.place().written(other));
                if (!sims.maySayThatAllIsWell(spot)) {
                    retold.mustFailAsUnreadable();
                }
                retold.mustAnswerWithout(after -> known(spot.known().answer(), after));
            }
        }
    }

    private static List<Spot<UsageReport>> words(final DifferentSims sims, final int most) {
        final List<Spot<UsageReport>> words = sims.spots(most, StatusWordRules::isWord);
        if (words.isEmpty()) {
            throw NotTried.notApplicable("the carrier answers without any word");
        }
        return words;
    }

    private static boolean isWord(final JsonPlace place) {
        return place.isText() && WORD.matcher(place.text()).matches();
    }

    private static String otherCase(final String word) {
        final String lower = word.toLowerCase(Locale.ROOT);
        return lower.equals(word) ? word.toUpperCase(Locale.ROOT) : lower;
    }

    /** A bucket's state may follow from the SIM's, so that it is another if that has become unknown. */
    private static Optional<String> known(final UsageReport before, final UsageReport after) {
        if (after.status() != before.status() && after.status() != SimStatus.UNKNOWN) {
            return Optional.of("the SIM is " + after.status() + ", and was " + before.status() + " before");
        }
        if (before.buckets().size() != after.buckets().size() || before.status() == SimStatus.TERMINATED) {
            return Optional.empty();
        }
        for (int index = 0; index < before.buckets().size(); index++) {
            final BucketStatus state = after.buckets().get(index).status();
            final boolean same = state == before.buckets().get(index).status();
            if (!same && state != BucketStatus.UNKNOWN && after.status() == before.status()) {
                return Optional.of("reported is " + Shown.bucket(after.buckets().get(index)) + "\nbefore, it was "
                        + Shown.answer(before));
            }
        }
        return Honesty.addedAmount(before, after);
    }

    /** Answers in which the SIM's state is a word that nobody knows. */
    private static List<Retold<UsageReport>> unknown(final DifferentSims sims) {
        final List<Retold<UsageReport>> unknown = new ArrayList<>();
        for (final Spot<UsageReport> spot : words(sims, SPOTS)) {
            final Retold<UsageReport> retold = spot.as(spot.place().written(NEW_WORD));
            if (spot.known().answer().status() != SimStatus.UNKNOWN
                    && retold.answer()
                            .filter(after -> after.status() == SimStatus.UNKNOWN)
                            .isPresent()) {
                unknown.add(retold);
            }
        }
        if (unknown.isEmpty()) {
            throw NotTried.notApplicable("the state of a SIM is not in a word of the carrier's");
        }
        return unknown;
    }

    private static void ownWord(final Trial trial) {
        final DifferentSims sims = DifferentSims.of(trial);
        unknown(sims)
                .forEach(retold -> retold.mustAnswerWithout(after -> Optional.of(after)
                        .filter(report -> !report.carrierStatus().equals(Optional.of(NEW_WORD)))
                        .map(report -> "the carrier's word is said to be " + report.carrierStatus())));
        sims.answers()
                .forEach(known -> known.answer()
                        .carrierStatus()
                        .ifPresent(word -> unless(
                                known.everySpot().stream()
                                        .anyMatch(spot -> spot.place().text().equals(word)),
                                known.asked() + ": the carrier's word is said to be " + word
                                        + ", and is in none of its answers")));
    }

    private static void warning(final Trial trial) {
        final DifferentSims sims = DifferentSims.of(trial);
        sims.answers()
                .forEach(known -> unless(
                        known.answer().status() == SimStatus.UNKNOWN || !isWarned(known.answer()),
                        known.asked() + " is " + known.answer().status()
                                + ", with the warning that this is not known"));
        unknown(sims)
                .forEach(retold -> retold.mustAnswerWithout(after -> Optional.of(after)
                        .filter(report -> !isWarned(report))
                        .map(report -> "there is no warning but " + report.warnings())));
    }

    private static boolean isWarned(final UsageReport report) {
        return report.warnings().stream().anyMatch(warning -> warning.kind() == UsageWarning.Kind.UNKNOWN_STATUS);
    }
}
