package dev.anycarrier.cluster.proof.law;

import java.util.ArrayList;
import java.util.List;

/** What has to hold, whatever befalls nodes and store. */
public enum Law {
    /**
     * No span of a limit's length holds more arrivals than the limit allows: neither of the account, nor of a SIM, nor of the
     * token endpoint. Nothing is allowed for the way. A permit given at {@code g} counts until {@code g + slack + window} and
     * may be used until {@code g + slack}; so of two requests that the limit keeps apart, given at {@code g1} and {@code g2 >=
     * g1 + slack + window}, the second arrives no sooner than a window after the first unless the first took longer than the
     * slack from its permit to its arrival. The way has to fit into what is left of the slack.
     *
     * <p>A question that was refused for its token alone counts for the account and not for its SIM.
     */
    NO_WINDOW_OVER_A_LIMIT,
    /**
     * Where nodes share tokens, none is fetched in the first half of the life of the one before, unless something befell
     * a node or the store between the two, or the carrier refused a token.
     */
    ONE_TOKEN_CALL_PER_EXPIRY,
    /**
     * After the carrier refused a question for a while, nothing is asked until then: but for what had a permit when the
     * node that was refused had told the others.
     */
    NOTHING_WHILE_HELD,
    /**
     * While there is no store nothing arrives that was not permitted before; nor is anything asked for a window of the account
     * after one came back that cannot know what was sent.
     */
    NOTHING_WITHOUT_A_STORE,
    /** The carrier refused nothing but what it was told to refuse. */
    NO_REFUSAL_BY_FAULT,
    /** A question has no more than one outcome, and exactly one if its node was let come to its end. */
    ONE_OUTCOME;

    /** What breaks it, in words; empty if it holds. */
    public List<String> broken(final Evidence evidence) {
        final List<String> found = new ArrayList<>();
        switch (this) {
            case NO_WINDOW_OVER_A_LIMIT -> Windows.check(evidence, found::add);
            case ONE_TOKEN_CALL_PER_EXPIRY -> TokenCalls.check(evidence, found::add);
            case NOTHING_WHILE_HELD -> Quiet.whileHeld(evidence, found::add);
            case NOTHING_WITHOUT_A_STORE -> Quiet.withoutStore(evidence, found::add);
            case NO_REFUSAL_BY_FAULT -> Refusals.check(evidence, found::add);
            case ONE_OUTCOME -> Outcomes.check(evidence, found::add);
        }
        return found;
    }
}
