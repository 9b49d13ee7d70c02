package dev.anycarrier.testkit.conformance.live;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.Rules;
import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RouteResult;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.result.Run;
import dev.anycarrier.testkit.conformance.result.Subject;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.rule.Rule;
import dev.anycarrier.testkit.conformance.trial.Candidate;
import dev.anycarrier.testkit.conformance.trial.Stopwatch;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Violation;
import dev.anycarrier.usage.SimId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tries a provider at the real carrier, or its sandbox, by the rules that only read. Each SIM is asked about once, through
 * the engine, so the carrier's limits hold. What could not be tried (no credentials, no answer) is {@link
 * Outcome#NOT_RUN}, and the verdict then never better than PARTIAL.
 */
public final class LiveConformance {

    private final UsageProviderFactory factory;
    private final CarrierSimulator simulator;
    private final Supplier<Anycarrier.Builder> accounts;
    private final String account;
    private final List<SimId> sims;

    private LiveConformance(
            final UsageProviderFactory factory,
            final CarrierSimulator simulator,
            final Supplier<Anycarrier.Builder> accounts,
            final String account,
            final List<SimId> sims) {
        this.factory = factory;
        this.simulator = simulator;
        this.accounts = accounts;
        this.account = account;
        this.sims = List.copyOf(sims);
    }

    /**
     * Prepares to try a provider; nothing is asked yet.
     *
     * @param factory makes the provider
     * @param simulator what the real carrier is compared with
     * @param accounts a builder with the settings of the account, and a state file if there is one, each time it is asked
     * @param account the name of the account
     * @param sims the SIMs to ask about, at least one
     * @throws IllegalArgumentException if there is no SIM
     */
    public static LiveConformance of(
            final UsageProviderFactory factory,
            final CarrierSimulator simulator,
            final Supplier<Anycarrier.Builder> accounts,
            final String account,
            final List<SimId> sims) {
        if (sims.isEmpty()) {
            throw new IllegalArgumentException("a live run asks about at least one SIM");
        }
        return new LiveConformance(factory, simulator, accounts, account, sims);
    }

    /** The rules that are tried. */
    public static List<Rule> rules() {
        return Rules.all().stream()
                .filter(rule -> LiveRules.BY_ID.containsKey(rule.id()))
                .toList();
    }

    /**
     * Asks, and judges the answers.
     *
     * @param seed draws the simulated carrier that the real one is compared with
     * @param reproduce the command that does it all again, for the report
     * @param listener is told each result
     */
    public ConformanceReport run(final long seed, final String reproduce, final Consumer<RuleResult> listener) {
        final Stopwatch stopwatch = Stopwatch.start();
        final RecordedAnswers real = new RecordedAnswers();
        final List<RuleResult> results = new ArrayList<>();
        final List<String> drift = new ArrayList<>();
        Optional<LiveTrial> tried = Optional.empty();
        try (Anycarrier carriers =
                accounts.get().factory(new RecordingFactory(factory, real)).build()) {
            final LiveTrial trial = ask(carriers, real);
            tried = Optional.of(trial);
            rules().forEach(rule -> results.add(judged(rule, trial)));
            drift.addAll(unanswered(trial));
            drift.addAll(Drift.between(simulated(seed), real.shapes(sims)));
        } catch (final InvalidSettingsException | IllegalArgumentException e) {
            rules().forEach(rule -> results.add(notRun(rule, "no account '" + account + "': " + e.getMessage())));
        }
        results.forEach(listener);
        return ConformanceReport.of(
                subject(tried),
                new Run(
                        seed,
                        true,
                        stopwatch.started(),
                        stopwatch.read(),
                        Runtime.version().toString(),
                        reproduce),
                rules(),
                results,
                drift);
    }

    private LiveTrial ask(final Anycarrier carriers, final RecordedAnswers real) {
        final CarrierAccount asked = carriers.account(account);
        final int requestsBefore = real.count();
        final ProviderDescriptor descriptor = asked.descriptor();
        final List<Question> questions =
                sims.stream().map(sim -> ask(asked, sim, real)).toList();
        final int requests = real.count();
        carriers.close();
        final Question afterwards = Question.ask(asked, sims.get(0));
        return new LiveTrial(
                factory.id(),
                asked,
                requestsBefore,
                descriptor,
                questions,
                afterwards.failure(),
                real.count() - requests);
    }

    private static Question ask(final CarrierAccount asked, final SimId sim, final RecordedAnswers real) {
        final int before = real.count();
        final Question question = Question.ask(asked, sim);
        if (question.failure().filter(LiveConformance::isRefusal).isPresent()) {
            real.forget(before);
        }
        return question;
    }

    /** An answer that could not be read is the more worth comparing. */
    private static boolean isRefusal(final UsageException failure) {
        return failure.kind() != UsageException.Kind.INVALID_DATA;
    }

    private static RuleResult judged(final Rule rule, final LiveTrial trial) {
        if (trial.reports().isEmpty()) {
            return notRun(
                    rule,
                    "no question was answered: "
                            + trial.questions()
                                    .get(0)
                                    .failure()
                                    .map(UsageException::getMessage)
                                    .orElse(""));
        }
        final Stopwatch stopwatch = Stopwatch.start();
        String found = "";
        try {
            LiveRules.BY_ID.getOrDefault(rule.id(), any -> {}).accept(trial);
        } catch (final Violation e) {
            found = String.valueOf(e.getMessage());
        }
        final Outcome outcome = found.isEmpty() ? Outcome.PASSED : Outcome.FAILED;
        final RouteResult route = new RouteResult(Route.ENGINE, outcome, found, List.of(), stopwatch.read());
        return new RuleResult(rule, outcome, found, List.of(route), Optional.empty());
    }

    private static RuleResult notRun(final Rule rule, final String why) {
        return new RuleResult(rule, Outcome.NOT_RUN, why, List.of(), Optional.empty());
    }

    private static List<String> unanswered(final LiveTrial trial) {
        return trial.questions().stream()
                .flatMap(question -> question.failure().stream())
                .map(failure -> "a question was not answered: " + failure.getMessage())
                .toList();
    }

    /** What the simulated carrier answers to the same provider. */
    private Map<String, JsonShape> simulated(final long seed) {
        final RecordedAnswers answers = new RecordedAnswers();
        final Candidate candidate = new Candidate(new RecordingFactory(factory, answers), simulator, seed);
        try (Trial trial = Trial.start(candidate, Route.PROVIDER)) {
            trial.sims().forEach(truth -> trial.report(truth.sim()));
            return answers.shapes(trial.sims().stream().map(SimTruth::sim).toList());
        }
    }

    private Subject subject(final Optional<LiveTrial> tried) {
        return new Subject(
                factory.id(),
                factory.displayName(),
                factory.getClass().getName(),
                factory.settings(),
                tried.map(trial -> trial.account().capabilities()).orElse(Set.of()),
                tried.map(LiveTrial::descriptorBefore));
    }
}
