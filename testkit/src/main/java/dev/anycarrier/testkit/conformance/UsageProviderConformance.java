package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.conformance.result.Deviation;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tries a provider by every rule of the kit, one test for each. Whoever writes a carrier extends it in a test:
 *
 * <pre>{@code
 * class AcmeConformanceTest extends UsageProviderConformance {
 *     @Override
 *     protected UsageProviderFactory factory() {
 *         return new AcmeProviderFactory();
 *     }
 *
 *     @Override
 *     protected CarrierSimulator carrier() {
 *         return new AcmeSimulator();
 *     }
 * }
 * }</pre>
 *
 * <p>The simulator says how the carrier answers when all is well; faults are the kit's. A rule about something that
 * neither carrier nor provider have is aborted, and so is one about something that the carrier has and the provider does
 * not offer: neither is ever a pass. Populations are drawn from the system property {@value #SEED}, or 1. A run in which
 * a rule was left out fails at its end, unless the system property {@code anycarrier-conformance.partial} is {@code
 * true}.
 */
@ExtendWith(ConformanceLedger.class)
public abstract class UsageProviderConformance {

    /** The system property that populations are drawn from. */
    public static final String SEED = "anycarrier-conformance.seed";

    /** The system property by which what the carrier has and the provider does not offer fails, if it is {@code true}. */
    public static final String COMPLETE = "anycarrier-conformance.complete";

    /** The factory of the provider to try. */
    protected abstract UsageProviderFactory factory();

    /** The simulator of the carrier that the provider speaks to. */
    protected abstract CarrierSimulator carrier();

    /**
     * The rules that the provider is known to break, each with the reason, where it is discussed, and since when. One
     * that the provider keeps fails.
     */
    protected List<Deviation> deviations() {
        return List.of();
    }

    // Not for subclasses to see: what they cannot override, they cannot switch off.
    @TestFactory
    Stream<DynamicTest> conformance(final ConformanceSession session) {
        return Rules.all().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule.id() + " " + rule.sentence(), () -> report(session.tryBy(rule))));
    }

    final Conformance prepared() {
        return Conformance.of(factory(), carrier(), seed()).deviating(deviations());
    }

    static long seed() {
        return Long.getLong(SEED, 1);
    }

    private static void report(final RuleResult result) {
        switch (result.outcome()) {
            case PASSED -> {}
            case FAILED, NOT_RUN -> throw new AssertionError(result.message());
            case NOT_OFFERED -> {
                if (Boolean.getBoolean(COMPLETE)) {
                    throw new AssertionError(result.message());
                }
                abort(result);
            }
            case DEVIATED, NOT_APPLICABLE -> abort(result);
        }
    }

    private static void abort(final RuleResult result) {
        Assumptions.abort(result.outcome() + ": " + result.rule().id() + " " + result.found());
    }
}
