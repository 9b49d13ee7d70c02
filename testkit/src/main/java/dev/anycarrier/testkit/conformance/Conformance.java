package dev.anycarrier.testkit.conformance;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import java.time.Duration;
import java.util.List;

/**
 * Tries a provider by the rules, without any test framework. Immutable; every rule gets a carrier and an account of its
 * own, so rules can be tried in any order. A rule ends within 20 seconds on each way of asking, whatever the provider
 * does.
 */
public final class Conformance {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Candidate candidate;

    private Conformance(final Candidate candidate) {
        this.candidate = candidate;
    }

    /**
     * Prepares to try a provider; nothing is started yet.
     *
     * @param factory makes the provider
     * @param carrier simulates the carrier it speaks to
     * @param seed draws the carrier's population; the same seed gives the same results
     */
    public static Conformance of(final UsageProviderFactory factory, final CarrierSimulator carrier, final long seed) {
        return new Conformance(new Candidate(factory, carrier, seed));
    }

    /** Tries the provider by every rule. */
    public List<RuleResult> tryAll() {
        return Rules.all().stream().map(this::tryBy).toList();
    }

    /**
     * Tries the provider by one rule: directly, through the engine, or both, as the rule needs. The first way on which
     * the rule is not kept is the result.
     *
     * @throws IllegalArgumentException if the rule is not one of this kit
     */
    public RuleResult tryBy(final Rule rule) {
        final CheckedRule checked = Rules.find(rule);
        RuleResult result = new RuleResult(rule, Outcome.PASSED, "");
        for (final Route route : checked.routes()) {
            if (result.outcome() == Outcome.PASSED) {
                result = tryBy(checked, route);
            }
        }
        return result;
    }

    private RuleResult tryBy(final CheckedRule checked, final Route route) {
        final Rule rule = checked.rule();
        try (Trial trial = Trial.start(candidate, route)) {
            RuleThread.run(rule.id(), LONGEST, () -> {
                requireOffered(trial, rule.concerns());
                checked.check().run(trial);
            });
            return new RuleResult(rule, Outcome.PASSED, "");
        } catch (final NotTried e) {
            return new RuleResult(rule, e.outcome(), String.valueOf(e.getMessage()));
        } catch (final Violation e) {
            return failed(rule, route, String.valueOf(e.getMessage()));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(rule, route, "the kit was interrupted");
        } catch (final Exception e) {
            return failed(rule, route, "stopped by " + Shown.failure(e));
        }
    }

    private RuleResult failed(final Rule rule, final Route route, final String found) {
        return new RuleResult(rule, Outcome.FAILED, route.description() + " (seed " + candidate.seed() + "): " + found);
    }

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
