package dev.anycarrier.testkit.carriers;

import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatorAnswer;
import dev.anycarrier.usage.Iccid;

/**
 * A SIM of Airalo or PressOne.
 *
 * @param iccid its identifier
 * @param answer what the carrier answers about it
 * @param truth what that means
 */
record BalanceSim(Iccid iccid, SimulatorAnswer answer, SimTruth truth) {

    private static final SimulatorAnswer GONE =
            SimulatorAnswer.of(422, "{\"code\":73,\"reason\":\"The eSIM has been recycled.\"}");

    static BalanceSim answering(final Iccid iccid, final BalanceAnswer answer) {
        return new BalanceSim(iccid, SimulatorAnswer.ok(answer.json()), BalanceTruth.of(iccid, answer));
    }

    static BalanceSim gone(final Iccid iccid) {
        return new BalanceSim(iccid, GONE, BalanceTruth.gone(iccid));
    }
}
