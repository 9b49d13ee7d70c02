package dev.anycarrier.testkit.conformance;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Deviation;
import dev.anycarrier.testkit.conformance.result.Evidence;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RouteResult;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.result.Run;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.rule.Rule;
import dev.anycarrier.testkit.conformance.trial.Candidate;
import dev.anycarrier.testkit.conformance.trial.Capabilities;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.RuleThread;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Stopwatch;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/**
 * Tries a provider by the rules, without any test framework. Immutable; every rule gets a carrier and an account of its
 * own, so rules can be tried in any order. A rule ends within 20 seconds on each way of asking, whatever the provider
 * does.
 */
public final class Conformance {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int EVIDENCE_OF_FAILURE = 3;

    /** Rules run side by side, but for those that look at what the whole process shares. */
    private static final ReadWriteLock PROCESS = new ReentrantReadWriteLock(true);

    private final Candidate candidate;
    private final KnownDeviations deviations;
    private final PlainQuestion plainQuestion;

    private Conformance(final Candidate candidate, final KnownDeviations deviations) {
        this.candidate = candidate;
        this.deviations = deviations;
        this.plainQuestion = new PlainQuestion(candidate);
    }

    /**
     * Prepares to try a provider; nothing is started yet.
     *
     * @param factory makes the provider
     * @param carrier simulates the carrier it speaks to
     * @param seed draws the carrier's population; the same seed gives the same results
     */
    public static Conformance of(final UsageProviderFactory factory, final CarrierSimulator carrier, final long seed) {
        return new Conformance(new Candidate(factory, carrier, seed), KnownDeviations.none());
    }

    /**
     * The same with rules that the provider is known to break.
     *
     * @throws IllegalArgumentException if the kit has no such rule, or one is named twice
     */
    public Conformance deviating(final List<Deviation> known) {
        return new Conformance(candidate, KnownDeviations.of(known));
    }

    /**
     * Tries the provider by every rule.
     *
     * @param reproduce the command that does it all again, for the report
     * @param listener is told each result as soon as it is there
     */
    public ConformanceReport run(final String reproduce, final Consumer<RuleResult> listener) {
        final Stopwatch stopwatch = Stopwatch.start();
        final List<RuleResult> results = new ArrayList<>();
        for (final Rule rule : Rules.all()) {
            final RuleResult result = tryBy(rule);
            results.add(result);
            listener.accept(result);
        }
        return report(results, stopwatch, reproduce);
    }

    /**
     * Puts the results of a run together. A rule without one was not run.
     *
     * @param executed the results, in any order
     * @param stopwatch measures the run
     * @param reproduce the command that does it all again
     */
    public ConformanceReport report(
            final List<RuleResult> executed, final Stopwatch stopwatch, final String reproduce) {
        final Run run = new Run(
                candidate.seed(),
                false,
                stopwatch.started(),
                stopwatch.read(),
                Runtime.version().toString(),
                reproduce);
        return ConformanceReport.of(Subjects.of(candidate), run, Rules.all(), executed, List.of());
    }

    /**
     * Tries the provider by one rule: directly, through the engine, or both, as the rule needs. The results of all ways
     * have to agree.
     *
     * @throws IllegalArgumentException if the rule is not one of this kit
     */
    public RuleResult tryBy(final Rule rule) {
        return tryBy(rule, Rules.find(rule).routes());
    }

    /** Tries the provider by one rule on the first of its ways alone: enough to see whether it is broken there. */
    RuleResult tryFirstWay(final Rule rule) {
        return tryBy(rule, Rules.find(rule).routes().subList(0, 1));
    }

    private RuleResult tryBy(final Rule rule, final List<Route> ways) {
        final CheckedRule checked = Rules.find(rule);
        final Lock lock = checked.alone() ? PROCESS.writeLock() : PROCESS.readLock();
        lock.lock();
        try {
            final List<RouteResult> routes =
                    ways.stream().map(route -> tryBy(checked, route)).toList();
            return deviations.apply(Agreement.of(rule, candidate.seed(), routes));
        } finally {
            lock.unlock();
        }
    }

    private RouteResult tryBy(final CheckedRule checked, final Route route) {
        final Stopwatch stopwatch = Stopwatch.start();
        try (Trial trial = Trial.start(candidate, route)) {
            final Ending ending = ending(checked, trial);
            final List<Evidence> evidence = trial.evidence(ending.outcome == Outcome.FAILED ? EVIDENCE_OF_FAILURE : 1);
            final String found = ending.outcome == Outcome.FAILED ? withObstacle(ending.found) : ending.found;
            return new RouteResult(route, ending.outcome, found, evidence, stopwatch.read());
        }
    }

    private String withObstacle(final String found) {
        return plainQuestion.obstacle().map(first -> first + "\n" + found).orElse(found);
    }

    private static Ending ending(final CheckedRule checked, final Trial trial) {
        try {
            RuleThread.run(checked.rule().id(), LONGEST, () -> {
                requireOffered(trial, checked.rule().concerns());
                checked.check().run(trial);
            });
            return new Ending(Outcome.PASSED, "");
        } catch (final NotTried e) {
            return new Ending(e.outcome(), String.valueOf(e.getMessage()));
        } catch (final Violation e) {
            return new Ending(Outcome.FAILED, String.valueOf(e.getMessage()));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ending(Outcome.FAILED, "the kit was interrupted");
        } catch (final Exception e) {
            return new Ending(Outcome.FAILED, "stopped by " + Shown.failure(e));
        }
    }

    private record Ending(Outcome outcome, String found) {}

    private static void requireOffered(final Trial trial, final Capability capability) {
        if (capability == Capability.USAGE || trial.account().capabilities().contains(capability)) {
            return;
        }
        if (Capabilities.simulated(trial.carrier(), capability)) {
            throw NotTried.notOffered("the carrier has " + capability + ", and the provider does not offer it");
        }
        throw NotTried.notApplicable("neither the carrier nor the provider have " + capability);
    }
}
