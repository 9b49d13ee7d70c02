package dev.anycarrier.cluster.proof.law;

import java.util.List;

/**
 * What a node said.
 *
 * @param name its name
 * @param endedInOrder whether it was let come to its end
 * @param asked the number of each question, in the order in which they were put
 * @param ended the number of the question of each outcome, in the order in which they came
 */
public record NodeStory(String name, boolean endedInOrder, List<Long> asked, List<Long> ended) {

    /** Copies the lists. */
    public NodeStory {
        asked = List.copyOf(asked);
        ended = List.copyOf(ended);
    }
}
