package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Refusal;
import dev.anycarrier.testkit.conformance.trial.Trial;
import java.util.List;

/** Errors that a status tells: the right kind, for the price of one request. */
public final class ErrorRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.ERRORS, 1, "404 is NOT_FOUND.")
                    .because("It is about this one SIM, and says nothing about the carrier's health.")
                    .lookAt("The error mapping.")
                    .shownBy(trial -> refused(trial, 404, Kind.NOT_FOUND)),
            must(Group.ERRORS, 2, "410 is GONE.")
                    .because("Platforms stop asking for it, and only then.")
                    .lookAt("The error mapping.")
                    .shownBy(trial -> refused(trial, 410, Kind.GONE)),
            must(Group.ERRORS, 3, "400 is REJECTED_INPUT.")
                    .because("Asking the same again cannot help.")
                    .lookAt("The error mapping.")
                    .shownBy(trial -> refused(trial, 400, Kind.REJECTED_INPUT)),
            must(Group.ERRORS, 4, "500, 502 and 504 are UNAVAILABLE by the carrier's fault, after one request.")
                    .because("Who retries how often is the engine's to decide, for all calls together.")
                    .lookAt("Retries inside the provider: there are none.")
                    .shownBy(ErrorRules::carrierError),
            must(Group.ERRORS, 5, "A redirect is PROTOCOL, and not followed.")
                    .because("It may lead the account's secrets to somebody else.")
                    .lookAt("HTTP clients beside the context's transport, which follow by themselves.")
                    .shownBy(ErrorRules::redirect),
            must(Group.ERRORS, 6, "A server error is UNAVAILABLE, even if its body looks like usage.")
                    .because("Gateways serve old bodies under new statuses.")
                    .lookAt("The status comes before the body.")
                    .shownBy(ErrorRules::usageUnderError));

    private ErrorRules() {}

    private static void refused(final Trial trial, final int status, final Kind kind) {
        final Refusal refusal = Refusal.of(trial, Answers.json(status, "{}"));
        refusal.mustBe(kind);
        refusal.mustTakeOneRequest();
    }

    private static void carrierError(final Trial trial) {
        for (final int status : List.of(500, 502, 504)) {
            final Refusal refusal = Refusal.of(trial, Answers.json(status, "{}"));
            refusal.mustBe(UnavailableCause.CARRIER_ERROR);
            unless(refusal.failure().retryable(), "it is said not to be worth another try");
            refusal.mustTakeOneRequest();
        }
    }

    private static void redirect(final Trial trial) {
        for (final int status : List.of(301, 302, 303, 307, 308)) {
            final Refusal refusal = Refusal.of(
                    trial,
                    Answers.withHeader(
                            Answers.json(status, "{}"),
                            "Location",
                            trial.overlay().address() + "/kit-elsewhere"));
            refusal.mustBe(Kind.PROTOCOL);
            refusal.mustTakeOneRequest();
        }
    }

    private static void usageUnderError(final Trial trial) {
        final Refusal refusal = Refusal.of(trial, exchange -> Answers.withStatus(502, exchange.answer()));
        final UsageException failure = refusal.failure();
        unless(failure.kind() == Kind.UNAVAILABLE, "it is " + failure.getMessage());
    }
}
