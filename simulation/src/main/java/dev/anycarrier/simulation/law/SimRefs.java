package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.Population;
import dev.anycarrier.simulation.fleet.SimulatedCarrier;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;

/** SIMs as clients name them. */
final class SimRefs {

    private SimRefs() {}

    /** At Onomondo every other SIM is asked for by the carrier's own identifier. */
    static SimRef of(final Evidence evidence, final String account, final long number) {
        if (account.equals(Story.UNKNOWN_ACCOUNT)) {
            return new SimRef(account, CarrierSimId.of("sim-" + number));
        }
        final SimulatedCarrier carrier = evidence.fleet.carrier(account);
        final Population population = carrier.options().population();
        final boolean ownId = carrier.options().provider().equals("onomondo") && number % 2 == 1;
        final SimId sim = ownId ? CarrierSimId.of(population.carrierId(number)) : Iccid.of(population.iccid(number));
        return new SimRef(account, sim);
    }
}
