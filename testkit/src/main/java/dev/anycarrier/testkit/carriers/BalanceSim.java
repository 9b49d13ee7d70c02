package dev.anycarrier.testkit.carriers;

import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.usage.Iccid;
import java.util.Optional;

/**
 * A SIM of Airalo or PressOne.
 *
 * @param iccid its identifier
 * @param body what the carrier answers about it, or empty if it only answers that the SIM was recycled
 * @param truth what that means
 */
record BalanceSim(Iccid iccid, Optional<String> body, SimTruth truth) {

    static BalanceSim answering(final Iccid iccid, final BalanceAnswer answer) {
        return new BalanceSim(iccid, Optional.of(answer.json()), BalanceTruth.of(iccid, answer));
    }

    static BalanceSim gone(final Iccid iccid) {
        return new BalanceSim(iccid, Optional.empty(), BalanceTruth.gone(iccid));
    }
}
