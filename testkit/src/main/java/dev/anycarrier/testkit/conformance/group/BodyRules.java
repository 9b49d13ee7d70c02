package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;

import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Refusal;
import dev.anycarrier.testkit.conformance.trial.Trial;
import java.util.List;

/** Answers of status 200 (or nearly) whose body is not what was promised. Never a usage of 0. */
public final class BodyRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.ERRORS, 7, "200 without a body, and 204, are INVALID_DATA.")
                    .because("Decoders make nothing of it, and nothing turns into zero.")
                    .lookAt("What the decoder returns for an empty body: null.")
                    .shownBy(BodyRules::empty),
            must(Group.ERRORS, 8, "A page for people where JSON was promised is PROTOCOL.")
                    .because("It comes from a proxy or a login, not from the carrier.")
                    .lookAt("The media type of the answer.")
                    .shownBy(BodyRules::html),
            must(Group.ERRORS, 9, "A body that breaks off is INVALID_DATA.")
                    .because("Half of an answer is no answer, even where the missing half would be optional.")
                    .lookAt("Lenient parsers.")
                    .shownBy(BodyRules::brokenOff),
            must(Group.ERRORS, 10, "JSON that says nothing is INVALID_DATA: {}, [], null, \"\", 0.")
                    .because("Decoders fill what is missing with zeros.")
                    .lookAt("Which fields are required, and boxed types in place of primitive ones.")
                    .shownBy(BodyRules::saysNothing),
            must(Group.ERRORS, 11, "Anything behind the JSON document makes it INVALID_DATA.")
                    .because("Two answers in one body mean that nobody knows whose the first one is.")
                    .lookAt("Whether the parser reads to the end.")
                    .shownBy(BodyRules::goesOn),
            must(Group.ERRORS, 12, "203, 206 and 226 are INVALID_DATA: not the carrier's whole answer.")
                    .because("Something between has cut or changed it.")
                    .lookAt("Only 200 is promised, so only 200 is read.")
                    .shownBy(BodyRules::notWhole));

    private BodyRules() {}

    private static void empty(final Trial trial) {
        Refusal.of(trial, Answers.of(200, "application/json", "")).mustBe(Kind.INVALID_DATA);
        Refusal.of(trial, Answers.empty(200)).mustBe(Kind.INVALID_DATA);
        Refusal.of(trial, Answers.empty(204)).mustBe(Kind.INVALID_DATA);
    }

    private static void html(final Trial trial) {
        Refusal.of(trial, Answers.of(200, "text/html; charset=utf-8", "<html><body>Sign in</body></html>"))
                .mustBe(Kind.PROTOCOL);
    }

    private static void brokenOff(final Trial trial) {
        for (final int part : List.of(1, 2, 3)) {
            Refusal.of(trial, exchange -> {
                        final String whole = Answers.body(exchange.answer()).strip();
                        return Answers.withBody(exchange.answer(), whole.substring(0, part * whole.length() / 4));
                    })
                    .mustBe(Kind.INVALID_DATA);
        }
        Refusal.of(trial, exchange -> {
                    final String whole = Answers.body(exchange.answer()).strip();
                    return Answers.withBody(exchange.answer(), whole.substring(0, whole.length() - 1));
                })
                .mustBe(Kind.INVALID_DATA);
    }

    private static void saysNothing(final Trial trial) {
        for (final String nothing : List.of("{}", "[]", "null", "\"\"", "0", "false")) {
            Refusal.of(trial, Answers.json(200, nothing)).mustBe(Kind.INVALID_DATA);
        }
    }

    private static void goesOn(final Trial trial) {
        for (final String more : List.of("{}", "0", "]", "\nx")) {
            Refusal.of(trial, exchange -> Answers.withBody(exchange.answer(), Answers.body(exchange.answer()) + more))
                    .mustBe(Kind.INVALID_DATA);
        }
    }

    private static void notWhole(final Trial trial) {
        for (final int status : List.of(203, 206, 226)) {
            Refusal.of(trial, exchange -> Answers.withStatus(status, exchange.answer()))
                    .mustBe(Kind.INVALID_DATA);
        }
    }
}
