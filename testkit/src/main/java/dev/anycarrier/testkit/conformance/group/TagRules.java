package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.KnownAnswer;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Retold;
import dev.anycarrier.testkit.conformance.trial.Spot;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.TagTotal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Totals by tag of which something cannot be read. */
public final class TagRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.RECORDS, 18, "A total is recognised for every tag or for none, nothing used included.")
                    .because("Nothing used and not understood are two things.")
                    .lookAt("Zero as a sign for absent, and answers of which only some are read.")
                    .concerning(Capability.TAG_TOTAL)
                    .shownBy(TagRules::everyTag),
            must(Group.RECORDS, 19, "A total that cannot be read is INVALID_DATA or open, and kept as it was sent.")
                    .because("A total that was not understood is not zero, and somebody else may understand it.")
                    .lookAt("Defaults, signs and ranges, and TagTotal.raw().")
                    .concerning(Capability.TAG_TOTAL)
                    .shownBy(TagRules::unreadable),
            must(Group.RECORDS, 20, "A text that is nearly a tag is not taken for it, nor for a path.")
                    .because("With ../ in a tag somebody else's answer is one slash away.")
                    .lookAt("Check the shape of a tag before anything is sent; Feign leaves slashes as they are.")
                    .concerning(Capability.TAG_TOTAL)
                    .shownBy(TagRules::nearlyTags));

    private TagRules() {}

    private static List<KnownAnswer<TagTotal>> known(final Trial trial) {
        if (trial.carrier().tagTotals().isEmpty()) {
            throw NotTried.notApplicable("the carrier has no tags");
        }
        return trial.carrier().tagTotals().keySet().stream()
                .map(tag -> KnownAnswer.of(
                        trial, "the total of a tag", () -> trial.respondent().tagTotal(tag)))
                .toList();
    }

    private static void everyTag(final Trial trial) {
        final List<KnownAnswer<TagTotal>> known = known(trial);
        final long recognised = known.stream()
                .filter(total -> total.answer().data().isPresent())
                .count();
        unless(recognised == 0 || recognised == known.size(), recognised + " of " + known.size() + " totals are told");
    }

    private static void unreadable(final Trial trial) {
        for (final KnownAnswer<TagTotal> known : known(trial)) {
            unless(
                    known.given().stream()
                            .map(Answers::body)
                            .anyMatch(body -> body.strip()
                                    .equals(known.answer().raw().json().strip())),
                    "the total is kept as a text of "
                            + known.answer().raw().json().length()
                            + " characters, which is not the carrier's answer");
            for (final Spot<TagTotal> spot : known.spots()) {
                final List<Retold<TagTotal>> retold = new ArrayList<>();
                retold.add(spot.as("null"));
                retold.add(spot.missing());
                retold.add(spot.as(spot.place().isScalar() ? "{}" : "\"\""));
                spot.place().number().ifPresent(number -> {
                    retold.add(spot.as("-1"));
                    retold.add(spot.as("1e999"));
                    retold.add(spot.as("\"7\""));
                    retold.add(spot.as(number.toPlainString() + ".5"));
                });
                retold.forEach(answer -> answer.mustAnswerWithout(after -> Optional.of(after)
                        .filter(total -> total.data().isPresent()
                                && !total.data().equals(known.answer().data()))
                        .map(total -> "it is " + total.data() + ", and was "
                                + known.answer().data() + " before")));
            }
        }
    }

    private static void nearlyTags(final Trial trial) {
        final String tag = trial.carrier().tagTotals().keySet().stream()
                .findFirst()
                .orElseThrow(() -> NotTried.notApplicable("the carrier has no tags"));
        for (final String text : List.of(tag + "/", "../" + tag, tag + "?x=1", tag + "#", "%2e%2e", " " + tag, "")) {
            final int before = trial.overlay().exchanges().size();
            final UsageException failure = trial.failure(
                    "the total of a text that is no tag",
                    () -> trial.respondent().tagTotal(text));
            unless(
                    trial.overlay().exchanges().size() == before || failure.kind() == Kind.NOT_FOUND,
                    "a request was sent about a text that is no tag, and it is " + failure.getMessage());
        }
    }
}
