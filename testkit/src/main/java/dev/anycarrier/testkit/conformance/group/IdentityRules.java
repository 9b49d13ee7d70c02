package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.TruthComparison;
import dev.anycarrier.testkit.conformance.trial.Violation;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The right SIM of the right account. */
public final class IdentityRules {

    private static final SimId SOME_ICCID = Iccid.of("8900000000000000005");
    private static final SimId NO_ICCID = CarrierSimId.of("no-iccid");

    public static final List<CheckedRule> ALL = List.of(
            must(Group.IDENTITY, 1, "A report names the SIM by the identifier that was asked for.")
                    .because("Whoever asked files the report under that identifier.")
                    .lookAt("Put the SimId of the question into the report, not one made from the answer.")
                    .shownBy(IdentityRules::namesTheSim),
            must(Group.IDENTITY, 2, "A report names its provider and the account it was read under.")
                    .because("Two accounts may know the same SIM under different terms.")
                    .lookAt("The factory's id and ProviderContext.account().")
                    .shownBy(IdentityRules::namesProviderAndAccount),
            must(Group.IDENTITY, 3, "A SIM that the carrier does not know is NOT_FOUND.")
                    .because("An empty report about no SIM looks like a SIM that is used up.")
                    .lookAt("How the carrier says so: by status 404, or in a body of its own.")
                    .shownBy(IdentityRules::unknownSim),
            must(
                            Group.IDENTITY,
                            4,
                            "An identifier of a type that is not accepted is REJECTED_INPUT, without a request.")
                    .because("The wrong identifier in a URL asks about somebody else's SIM, or about nothing.")
                    .lookAt("Check the type of the SimId before anything is sent.")
                    .only(Route.PROVIDER)
                    .shownBy(IdentityRules::foreignIdentifier),
            must(Group.IDENTITY, 5, "An answer about another SIM is INVALID_DATA, where the answer names its SIM.")
                    .because("Behind a confused cache or proxy the answer to one question reaches another.")
                    .lookAt("Compare the identifier in the answer with the one that was asked for.")
                    .shownBy(IdentityRules::answerAboutAnother),
            must(Group.IDENTITY, 6, "Two accounts of one carrier live side by side.")
                    .because("Resellers have several, and one must not answer for the other.")
                    .lookAt("Static fields, and fields of the factory.")
                    .shownBy(IdentityRules::twoAccounts));

    private IdentityRules() {}

    private static void namesTheSim(final Trial trial) {
        for (final SimTruth truth : trial.sims()) {
            final SimId named = trial.report(truth.sim()).sim();
            unless(named.equals(truth.sim()), "the report about " + truth.sim() + " names " + named);
        }
    }

    private static void namesProviderAndAccount(final Trial trial) {
        final UsageReport report = trial.report(trial.sim());
        final String carrier = trial.carrier().carrier();
        unless(report.provider().equals(carrier), "the provider is " + carrier + ", not " + report.provider());
        unless(report.account().equals(Trial.ACCOUNT), "the account is " + Trial.ACCOUNT + ", not " + report.account());
    }

    private static void unknownSim(final Trial trial) {
        final UsageException failure = trial.failure(trial.carrier().unknownSim());
        unless(failure.kind() == Kind.NOT_FOUND, "it is " + failure.getMessage());
    }

    private static void foreignIdentifier(final Trial trial) {
        final Set<IdentifierType> accepted = trial.provider().descriptor().identifiers();
        final SimId foreign = accepted.contains(IdentifierType.ICCID) ? NO_ICCID : SOME_ICCID;
        if (accepted.contains(IdentifierType.of(foreign))) {
            throw NotTried.notApplicable("the provider accepts every type of identifier");
        }
        final UsageException failure = trial.failure(foreign);
        unless(failure.kind() == Kind.REJECTED_INPUT, "it is " + failure.getMessage());
        final int requests = trial.overlay().exchanges().size();
        unless(requests == 0, requests + " requests were sent for it");
    }

    private static void answerAboutAnother(final Trial trial) {
        final SimId asked = trial.sim();
        final SimId other = trial.sims().get(1).sim();
        trial.report(other);
        final HttpResponse answer = lastAnswer(trial);
        if (!new String(answer.body(), StandardCharsets.UTF_8).contains(other.value())) {
            throw NotTried.notApplicable("the carrier's answer does not name the SIM it is about");
        }
        trial.overlay().answer(answer);
        final UsageException failure = trial.failure(asked);
        unless(failure.kind() == Kind.INVALID_DATA, "it is " + failure.getMessage());
    }

    private static HttpResponse lastAnswer(final Trial trial) {
        final List<Exchange> exchanges = trial.overlay().exchanges();
        return exchanges.get(exchanges.size() - 1).answer();
    }

    private static void twoAccounts(final Trial trial) {
        try (Trial another = trial.another()) {
            trial.report(trial.sim());
            another.report(another.sim());
            reportsItsOwn(trial);
            reportsItsOwn(another);
        }
    }

    private static void reportsItsOwn(final Trial trial) {
        for (final SimTruth truth : trial.sims()) {
            TruthComparison.buckets(truth, trial.report(truth.sim())).ifPresent(difference -> {
                throw new Violation("beside another account " + difference);
            });
        }
    }
}
