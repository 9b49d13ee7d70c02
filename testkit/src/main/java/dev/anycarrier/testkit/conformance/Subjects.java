package dev.anycarrier.testkit.conformance;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.conformance.result.Subject;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.Candidate;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Violation;
import java.util.Optional;
import java.util.Set;

/** Has a provider describe itself. */
final class Subjects {

    private Subjects() {}

    /** What the provider says of itself, which may be little: rules about that say what is wrong. */
    static Subject of(final Candidate candidate) {
        final UsageProviderFactory factory = candidate.factory();
        try (Trial trial = Trial.start(candidate, Route.ENGINE);
                Anycarrier carriers = trial.opened(settings ->
                        settings.keySet().retainAll(trial.carrier().settings().keySet()))) {
            final CarrierAccount account = carriers.account(Trial.ACCOUNT);
            return new Subject(
                    factory.id(),
                    factory.displayName(),
                    factory.getClass().getName(),
                    factory.settings(),
                    account.capabilities(),
                    Optional.of(account.descriptor()));
        } catch (final Violation | InvalidSettingsException e) {
            return new Subject(
                    factory.id(),
                    factory.displayName(),
                    factory.getClass().getName(),
                    factory.settings(),
                    Set.of(),
                    Optional.empty());
        }
    }
}
