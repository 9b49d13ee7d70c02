package dev.anycarrier.testkit.conformance;

import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.conformance.rule.Group;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A provider that is broken in just one way: Acme's, but for one thing.
 *
 * @param breaks the identifier of the rule that must find it out
 * @param mayBreak those of other rules of the group that may
 * @param how what it does wrong, as a clause that follows "a provider that"
 * @param factory makes its factory anew
 * @param carrier the carrier it is tried with
 */
record Saboteur(
        String breaks,
        Set<String> mayBreak,
        String how,
        Supplier<UsageProviderFactory> factory,
        CarrierSimulator carrier) {

    static Saboteur of(final String breaks, final String how, final Supplier<UsageProviderFactory> factory) {
        return new Saboteur(breaks, Set.of(), how, factory, new AcmeSimulator());
    }

    Saboteur andMayBreak(final String... others) {
        return new Saboteur(breaks, Set.of(others), how, factory, carrier);
    }

    Saboteur at(final CarrierSimulator otherCarrier) {
        return new Saboteur(breaks, mayBreak, how, factory, otherCarrier);
    }

    Group group() {
        return Group.valueOf(breaks.substring(0, breaks.indexOf('-')));
    }

    @Override
    public String toString() {
        return "a provider that " + how + " breaks " + breaks;
    }
}
