package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.TruthComparison;
import dev.anycarrier.testkit.conformance.trial.Violation;
import dev.anycarrier.testkit.fault.ReceivedRequest;
import dev.anycarrier.usage.UsageReport;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Each request proves who asks: by the secrets in force, those of its own account, and once. */
public final class CredentialRules {

    private static final String ANY_ACCEPTED = "the simulated carrier accepts any credentials";

    public static final List<CheckedRule> ALL = List.of(
            must(Group.AUTHENTICATION, 3, "Credentials that the carrier does not know are AUTHENTICATION_FAILED.")
                    .because("Only this kind tells the operator to look at the account's settings.")
                    .lookAt("How the carrier says so: by status 401, or in a body of its own.")
                    .shownBy(CredentialRules::unknown),
            must(Group.AUTHENTICATION, 4, "Secrets that are rotated are in use from the next request on.")
                    .because("The old ones are taken back within minutes, and nobody restarts a platform for that.")
                    .lookAt("Header values and signing keys kept in fields.")
                    .shownBy(CredentialRules::rotated),
            must(Group.AUTHENTICATION, 5, "What proves one account never reaches the carrier for another.")
                    .because("It would be billed to, and answered about, somebody else.")
                    .lookAt("Static fields, and fields of the factory.")
                    .shownBy(CredentialRules::apart),
            must(Group.AUTHENTICATION, 6, "Every request bears each of its proofs once.")
                    .because("Of two Authorization headers a server takes the first, the last, or neither.")
                    .lookAt("HttpRequest.withOnlyHeader(), and headers that an interceptor adds as well.")
                    .shownBy(CredentialRules::once));

    private CredentialRules() {}

    private static void unknown(final Trial trial) {
        requireSecret(trial);
        trial.secrets().spoil();
        final SimTruth truth = trial.sims().get(0);
        final UsageReport report;
        try {
            report = trial.respondent().usage(truth.sim());
        } catch (final UsageException e) {
            unless(e.kind() == Kind.AUTHENTICATION_FAILED, "it is " + e.getMessage());
            return;
        }
        TruthComparison.buckets(truth, report).ifPresent(difference -> {
            throw new Violation("with credentials that the carrier does not know, " + difference);
        });
        throw NotTried.notApplicable(ANY_ACCEPTED);
    }

    private static void rotated(final Trial trial) {
        requireSecret(trial);
        trial.report(trial.sim());
        final Set<String> before = proofs(trial);
        trial.secrets().spoil();
        if (answered(trial)) {
            unless(!proofs(trial).equals(before), "after its secrets were rotated a question still bears the old ones");
            throw NotTried.notApplicable(ANY_ACCEPTED);
        }
        trial.secrets().restore();
        trial.report(trial.sim());
    }

    private static void requireSecret(final Trial trial) {
        if (trial.secrets().configured().isEmpty()) {
            throw NotTried.notApplicable("the provider has no secret");
        }
    }

    private static boolean answered(final Trial trial) {
        try {
            trial.respondent().usage(trial.sim());
            return true;
        } catch (final UsageException e) {
            return false;
        }
    }

    /** Whatever the last question and the last request for a token were sent with. */
    private static Set<String> proofs(final Trial trial) {
        final Set<String> proofs = new HashSet<>();
        final List<Exchange> exchanges = trial.overlay().exchanges();
        for (final boolean token : List.of(true, false)) {
            exchanges.stream()
                    .filter(exchange -> exchange.isForToken() == token)
                    .reduce((earlier, later) -> later)
                    .map(exchange -> text(exchange.request()))
                    .ifPresent(proofs::add);
        }
        return proofs;
    }

    private static void apart(final Trial trial) {
        requireSecret(trial);
        try (Trial another = trial.another()) {
            trial.report(trial.sim());
            another.report(another.sim());
            final boolean bothAgain = answered(trial) && answered(another);
            unlessApart(trial, another);
            unlessApart(another, trial);
            unless(bothAgain, "beside another account of the carrier a question is not answered any more");
        }
    }

    private static void unlessApart(final Trial trial, final Trial other) {
        final Set<String> foreign =
                new HashSet<>(other.secrets().all(other.overlay().exchanges()));
        foreign.removeAll(trial.secrets().all(trial.overlay().exchanges()));
        if (foreign.isEmpty()) {
            throw NotTried.notApplicable("all accounts of the simulated carrier have the same secrets");
        }
        for (final Exchange exchange : trial.overlay().exchanges()) {
            final String text = text(exchange.request());
            unless(
                    foreign.stream().noneMatch(text::contains),
                    "a request of one account bears a secret or a token of another");
        }
    }

    private static void once(final Trial trial) {
        trial.report(trial.sim());
        trial.carrier().revokeTokens();
        trial.report(trial.sim());
        final List<Exchange> exchanges = trial.overlay().exchanges();
        for (final Exchange exchange : exchanges) {
            final ReceivedRequest request = exchange.request();
            request.headers().forEach((name, value) -> {
                final Optional<String> proof = trial.secrets().heldBy(value, exchanges);
                final int times = request.headers().all(name).size();
                unless(
                        times == 1 || (proof.isEmpty() && !name.equalsIgnoreCase("Authorization")),
                        "a request has " + times + " headers " + name);
            });
        }
    }

    private static String text(final ReceivedRequest request) {
        final StringBuilder text = new StringBuilder(request.target()).append('\n');
        request.headers().forEach((name, value) -> text.append(value).append('\n'));
        return text.append(request.body()).toString();
    }
}
