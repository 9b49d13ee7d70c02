package dev.anycarrier.simulation.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.simulation.law.Law;
import dev.anycarrier.simulation.nodes.NodesLaw;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the laws do not notice when it is wrong, they do not prove when it is right. */
class SaboteurTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int SEEDS = 200;

    @TestFactory
    Stream<DynamicTest> every_saboteur_is_caught() {
        return Stream.concat(Saboteurs.all().stream(), NodesSaboteurs.all().stream())
                .map(saboteur -> DynamicTest.dynamicTest(
                        saboteur.toString(),
                        () -> assertThat(Hunt.catchIt(saboteur, ROOT, SEEDS))
                                .as("what was said of: " + saboteur)
                                .isNotEmpty()));
    }

    @Test
    void every_law_has_a_saboteur() {
        final Enum<?>[] laws = Law.values();
        final Enum<?>[] lawsOfNodes = NodesLaw.values();
        assertThat(Saboteurs.all()).extracting(Saboteur::law).contains(laws);
        assertThat(NodesSaboteurs.all()).extracting(Saboteur::law).contains(lawsOfNodes);
    }
}
