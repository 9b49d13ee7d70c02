package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.RuleDraft.should;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.FailureText;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Refusal;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Violation;
import dev.anycarrier.testkit.fault.Answer;
import dev.anycarrier.testkit.fault.FaultServer;
import dev.anycarrier.testkit.fault.Script;
import dev.anycarrier.usage.SimId;
import java.util.ArrayList;
import java.util.List;

/** Secrets stay, and so do bodies and whole identifiers. */
public final class SecretRules {

    private static final String CANARY = "a canary sings in the body";

    public static final List<CheckedRule> ALL = List.of(
            must(Group.SECRETS, 1, "No failure shows a secret or a SIM's whole identifier.")
                    .because("Failures are logged, mailed and pasted into tickets.")
                    .lookAt("Messages put together from requests, URLs or exceptions of a library.")
                    .shownBy(SecretRules::failures),
            must(Group.SECRETS, 2, "No failure repeats the carrier's body.")
                    .because("Nobody knows what a carrier writes into it: a token, a name, a number.")
                    .lookAt("Messages and codes taken from the body: keep single words, drop sentences.")
                    .shownBy(SecretRules::body),
            must(Group.SECRETS, 3, "No failure brings an exception of a library along.")
                    .because("Feign's holds the request with its headers, Jackson's a piece of the body.")
                    .lookAt("UsageException takes no cause; none is to be attached by other means.")
                    .only(Route.PROVIDER)
                    .shownBy(SecretRules::cause),
            must(Group.SECRETS, 4, "Nothing that is made to be shown shows a secret; no report a whole identifier.")
                    .because("toString() ends in logs.")
                    .lookAt("Warnings, and records of the provider that hold secrets.")
                    .shownBy(SecretRules::shown),
            should(Group.SECRETS, 5, "No secret is in a URL.")
                    .because("Every server and proxy on the way writes URLs down.")
                    .lookAt("Authentication by query parameter: use a header where the carrier takes one.")
                    .shownBy(SecretRules::urls),
            must(Group.SECRETS, 6, "No request goes where an answer points.")
                    .because("The account's secrets go to the addresses of its settings, and nowhere else.")
                    .lookAt("Redirects that are followed, and next-page addresses taken from answers.")
                    .shownBy(SecretRules::elsewhere),
            must(Group.SECRETS, 7, "A secret is read anew each time it is needed.")
                    .because("Secrets are rotated while the process runs.")
                    .lookAt("SecretSource.current() called when the provider is made instead of per request.")
                    .shownBy(SecretRules::readAnew),
            must(Group.SECRETS, 8, "Nothing that is printed or logged holds a secret, a body or a whole identifier.")
                    .because("Logs are kept for years, and read by people who may see no secret.")
                    .lookAt("Loggers of an HTTP library, and lines left over from debugging.")
                    .shownAloneBy(Output::holdsNoSecret),
            must(Group.SECRETS, 9, "A secret or an identifier that the carrier echoes is masked.")
                    .because("Carriers repeat in an error what they were sent.")
                    .lookAt("Codes of the carrier that are changed or cut: only what is whole can be recognised.")
                    .only(Route.ENGINE)
                    .shownBy(Echoes::areMasked),
            must(Group.SECRETS, 10, "A cookie of the carrier is not kept.")
                    .because("It would tie questions together, of one account or of several.")
                    .lookAt("HTTP clients with a cookie store, and headers copied from answers.")
                    .shownBy(Echoes::cookiesAreNotKept),
            should(Group.SECRETS, 11, "A setting that proves who asks is declared a secret.")
                    .because("Whatever is no secret is shown in the list of settings, and in refusals of it.")
                    .lookAt("Setting.secret() instead of Setting.text().")
                    .only(Route.PROVIDER)
                    .shownBy(Echoes::proofsAreSecret));

    private SecretRules() {}

    private static void failures(final Trial trial) {
        final SimId sim = trial.carrier().unknownSim();
        unlessHeld(trial, trial.failure(sim), sim);
        for (final UsageException failure : failuresOfAllKinds(trial, "{}")) {
            unlessHeld(trial, failure, trial.sim());
        }
    }

    private static void unlessHeld(final Trial trial, final UsageException failure, final SimId sim) {
        final String text = FailureText.of(failure);
        trial.secrets().heldBy(text, trial.overlay().exchanges()).ifPresent(secret -> {
            throw new Violation(secret + " is in a failure of kind " + failure.kind());
        });
        unless(
                !text.contains(sim.value()),
                "the whole identifier of " + sim + " is in a failure of kind " + failure.kind());
    }

    private static void body(final Trial trial) {
        final String body =
                "{\"code\":\"%1$s\",\"error\":\"%1$s\",\"message\":\"%1$s\",\"reason\":\"%1$s\"}".formatted(CANARY);
        for (final UsageException failure : failuresOfAllKinds(trial, body)) {
            unless(
                    !FailureText.of(failure).contains(CANARY),
                    "a failure of kind " + failure.kind() + " repeats a sentence of the body");
        }
    }

    private static void cause(final Trial trial) {
        for (final UsageException failure : failuresOfAllKinds(trial, "{}")) {
            unless(
                    failure.getCause() == null && failure.getSuppressed().length == 0,
                    "a failure of kind " + failure.kind() + " brings along " + failure.getCause());
        }
    }

    private static List<UsageException> failuresOfAllKinds(final Trial trial, final String body) {
        final List<UsageException> failures = new ArrayList<>();
        for (final int status : List.of(400, 401, 403, 404, 410, 422, 500, 503)) {
            failures.add(Refusal.of(trial, Answers.json(status, body)).failure());
        }
        for (final String broken : List.of(body, body + body, "<" + body)) {
            failures.add(Refusal.of(trial, Answers.json(200, broken)).failure());
            failures.add(Refusal.of(trial, Answers.of(200, "text/html", broken)).failure());
        }
        // The last one, because the engine asks nothing for a while after it.
        failures.add(Refusal.of(trial, Answers.json(429, body)).failure());
        return failures;
    }

    private static void shown(final Trial trial) {
        for (final SimTruth truth : trial.sims()) {
            final String report = trial.report(truth.sim()).toString();
            unlessHeld(trial, report, "a report");
            unless(!report.contains(truth.sim().value()), "a report shows the whole identifier of " + truth.sim());
        }
        unlessHeld(trial, trial.respondent().descriptor().toString(), "the descriptor");
        unlessHeld(trial, trial.account().settings().toString(), "the list of settings");
        unlessHeld(trial, trial.factory().toString() + trial.factory().settings(), "the factory");
        unlessHeld(trial, trial.provider().toString(), "the provider");
    }

    private static void unlessHeld(final Trial trial, final String text, final String what) {
        trial.secrets().heldBy(text, trial.overlay().exchanges()).ifPresent(secret -> {
            throw new Violation(what + " shows " + secret);
        });
    }

    private static void urls(final Trial trial) {
        trial.report(trial.sim());
        for (final Exchange exchange : trial.overlay().exchanges()) {
            unlessHeld(trial, exchange.request().target(), "the URL of a request");
        }
    }

    private static void elsewhere(final Trial trial) {
        try (FaultServer other = FaultServer.start(Script.answering(Answer.json(200, "{}")))) {
            for (final int status : List.of(301, 302, 307)) {
                final HttpResponse redirect = Answers.withHeader(
                        Answers.withHeader(Answers.json(status, "{}"), "Location", other.address() + "/usage"),
                        "Link",
                        "<" + other.address() + "/usage>; rel=\"next\"");
                Refusal.of(trial, redirect);
            }
            unless(other.requests().isEmpty(), "another server was asked, only because an answer named it");
        }
    }

    private static void readAnew(final Trial trial) {
        if (trial.secrets().configured().isEmpty()) {
            throw NotTried.notApplicable("the provider has no secret");
        }
        trial.report(trial.sim());
        final int reads = trial.secrets().reads();
        trial.carrier().revokeTokens();
        trial.report(trial.sim());
        unless(trial.secrets().reads() > reads, "a second question was proven without reading a secret again");
    }
}
