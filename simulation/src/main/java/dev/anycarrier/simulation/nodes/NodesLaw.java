package dev.anycarrier.simulation.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What holds for all nodes together. Judged by what the carrier saw, what the clients got, and what can be heard on
 * the line between nodes and store; never by what engine or store count.
 */
public enum NodesLaw {
    /** No window of the carrier's holds more requests than allowed, whichever nodes sent them. */
    ONE_LIMIT,
    /** What a carrier asked one node to wait for, no node undercuts. */
    ONE_HOLD,
    /** One node at a time fetches a token, and only if there is a reason. */
    ONE_TOKEN,
    /** One node at a time asks about a SIM, and none while the value of another is new. */
    ONE_QUESTION,
    /** Whoever took longer than its lease has no more say, and a lease has an end. */
    FENCED,
    /** Nothing is sent that the store gave no leave for. */
    NOTHING_WITHOUT_STORE,
    /** A value was said by the carrier, and is as old as is claimed. */
    HONEST_NUMBERS,
    /** Every question ends in one outcome, in time. */
    ONE_OUTCOME,
    /** The same seed gives the same story. */
    SAME_STORY;

    /** What breaks it. */
    List<String> broken(final NodesEvidence evidence) {
        final List<String> broken = new ArrayList<>();
        check(evidence, broken::add);
        return broken;
    }

    private void check(final NodesEvidence evidence, final Consumer<String> broken) {
        switch (this) {
            case ONE_LIMIT ->
                evidence.carrier.ledger().violations().forEach(violation -> broken.accept(violation.what()));
            case ONE_HOLD -> OneHold.check(evidence, broken);
            case ONE_TOKEN -> OneToken.check(evidence, broken);
            case ONE_QUESTION -> OneQuestion.check(evidence, broken);
            case FENCED -> Fenced.check(evidence, broken);
            case NOTHING_WITHOUT_STORE -> NothingWithoutStore.check(evidence, broken);
            case HONEST_NUMBERS -> HonestValues.check(evidence, broken);
            case ONE_OUTCOME -> OneOutcome.check(evidence, broken);
            case SAME_STORY -> SameNodesStory.check(evidence, broken);
        }
    }
}
