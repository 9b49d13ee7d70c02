package dev.anycarrier.simulation.law;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The ten laws. Each is judged by what the carriers saw and what the clients got, never by what the engine counts. */
public enum Law {
    /** Absent is not zero, unlimited is not zero, stale is never shown as fresh. */
    HONEST_NUMBERS,
    /** An answer is about the SIM that was asked for. */
    RIGHT_SIM,
    /** No window holds more requests than allowed, and no {@code Retry-After} is undercut. */
    CARRIERS_LIMIT,
    /** One expired token leads to one token call; a late 401 of an older one to none. */
    ONE_REFRESH,
    /** No question takes longer than its deadline, nor much longer than an interrupt. */
    DEADLINE,
    /** Every SIM of a sweep ends in one outcome, over all its runs. */
    CONSERVATION,
    /** Pages, requests, threads and waits have bounds. */
    BOUNDED,
    /** Nothing that anybody can read holds a secret, a token or a whole ICCID. */
    SECRETS_STAY,
    /** Closing leaves no thread, wire or wait behind. */
    CLOSED,
    /** The same seed gives the same story. */
    SAME_STORY;

    /** What breaks it. */
    List<String> broken(final Evidence evidence) {
        final List<String> broken = new ArrayList<>();
        check(evidence, broken::add);
        return broken;
    }

    private void check(final Evidence evidence, final Consumer<String> broken) {
        switch (this) {
            case HONEST_NUMBERS -> HonestNumbers.check(evidence, broken);
            case RIGHT_SIM -> RightSim.check(evidence, broken);
            case CARRIERS_LIMIT -> CarriersLimit.check(evidence, broken);
            case ONE_REFRESH -> OneRefresh.check(evidence, broken);
            case DEADLINE -> Deadlines.check(evidence, broken);
            case CONSERVATION -> Conservation.check(evidence, broken);
            case BOUNDED -> Bounds.check(evidence, broken);
            case SECRETS_STAY -> SecretsStay.check(evidence, broken);
            case CLOSED -> ClosedLaw.check(evidence, broken);
            case SAME_STORY -> SameStory.check(evidence, broken);
        }
    }
}
