package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.DocumentedRefusal;
import dev.anycarrier.testkit.SimulatorAnswer;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Refusal;
import dev.anycarrier.testkit.conformance.trial.Trial;
import java.util.List;
import java.util.Set;

/** What the carrier says of its own refusals. */
public final class RefusalRules {

    /** After these an account holds back by itself. */
    private static final Set<Kind> HELD_AGAINST_THE_ACCOUNT =
            Set.of(Kind.AUTHENTICATION_FAILED, Kind.TOO_MANY_REQUESTS, Kind.UNAVAILABLE);

    private static final int BAD_GATEWAY = 502;

    public static final List<CheckedRule> ALL = List.of(
            must(Group.ERRORS, 13, "A refusal that the carrier documents is of the kind that it means.")
                    .because("A recycled SIM is gone, an address that is not allowed needs no other secret.")
                    .lookAt("The carrier's own error codes, beside the status.")
                    .shownBy(RefusalRules::documented),
            must(Group.ERRORS, 14, "A documented refusal under the status of another error means what the status says.")
                    .because("Gateways serve old bodies under new statuses.")
                    .lookAt("Codes that are looked at without the status they are documented with.")
                    .shownBy(RefusalRules::underAnotherStatus));

    private RefusalRules() {}

    private static List<DocumentedRefusal> refusals(final Trial trial) {
        final List<DocumentedRefusal> refusals = trial.carrier().refusals();
        if (refusals.isEmpty()) {
            throw NotTried.notApplicable("the simulated carrier names no refusal of its own");
        }
        return refusals;
    }

    private static void documented(final Trial trial) {
        for (final DocumentedRefusal refusal : refusals(trial)) {
            if (HELD_AGAINST_THE_ACCOUNT.contains(refusal.kind())) {
                try (Trial another = trial.another()) {
                    mustBeUnderstood(another, refusal);
                }
            } else {
                mustBeUnderstood(trial, refusal);
            }
        }
    }

    private static void mustBeUnderstood(final Trial trial, final DocumentedRefusal refusal) {
        final SimulatorAnswer answer = refusal.answer();
        final UsageException failure =
                Refusal.of(trial, sent(answer.status(), answer)).failure();
        unless(
                failure.kind() == refusal.kind(),
                "HTTP " + answer.status() + " with " + answer.json() + " is " + refusal.kind() + ", not "
                        + failure.getMessage());
    }

    private static void underAnotherStatus(final Trial trial) {
        for (final DocumentedRefusal refusal : refusals(trial)) {
            final UsageException failure =
                    Refusal.of(trial, sent(BAD_GATEWAY, refusal.answer())).failure();
            unless(
                    failure.kind() == Kind.UNAVAILABLE,
                    "HTTP 502 with " + refusal.answer().json() + " is " + failure.getMessage());
        }
    }

    private static HttpResponse sent(final int status, final SimulatorAnswer answer) {
        return Answers.json(status, answer.json());
    }
}
