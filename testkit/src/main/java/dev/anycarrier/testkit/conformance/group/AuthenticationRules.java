package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Refusal;
import dev.anycarrier.testkit.conformance.trial.Trial;
import java.util.List;

/** Who asks, and how often that has to be proven. */
public final class AuthenticationRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.AUTHENTICATION, 1, "401, again and again, is AUTHENTICATION_FAILED after one more try at most.")
                    .because("Carriers lock accounts that hammer the door.")
                    .lookAt("Loops around authentication: the engine renews a token once.")
                    .shownBy(AuthenticationRules::unauthorized),
            must(Group.AUTHENTICATION, 2, "403 is PERMISSION_DENIED, and no reason to authenticate anew.")
                    .because("The carrier knows who asks; it does not allow it.")
                    .lookAt("Authentication.TokenExchange.refuses(), and the error mapping.")
                    .shownBy(AuthenticationRules::forbidden));

    private AuthenticationRules() {}

    private static void unauthorized(final Trial trial) {
        final Refusal refusal = Refusal.of(trial, Answers.json(401, "{}"));
        refusal.mustBe(Kind.AUTHENTICATION_FAILED);
        unless(refusal.questions() <= 2, "the question was sent " + refusal.questions() + " times");
        unless(refusal.tokens() <= 1, refusal.tokens() + " access tokens were fetched");
    }

    private static void forbidden(final Trial trial) {
        if (trial.forbidsUnknownCredentials()) {
            throw NotTried.notApplicable("by its documents the carrier refuses credentials with 403 too");
        }
        final Refusal refusal = Refusal.of(trial, Answers.json(Trial.FORBIDDEN, "{}"));
        refusal.mustBe(Kind.PERMISSION_DENIED);
        refusal.mustTakeOneRequest();
    }
}
