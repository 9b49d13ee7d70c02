package dev.anycarrier.simulation.sabotage;

import dev.anycarrier.simulation.law.Coverage;
import dev.anycarrier.simulation.law.Law;
import dev.anycarrier.simulation.law.Story;
import dev.anycarrier.simulation.law.Verdict;
import dev.anycarrier.simulation.nodes.NodesLaw;
import dev.anycarrier.simulation.nodes.NodesStory;
import dev.anycarrier.simulation.nodes.NodesVerdict;
import dev.anycarrier.simulation.schedule.Simulation;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;

/** Tells stories with a wrong build until a law is broken. */
public final class Hunt {

    private Hunt() {}

    /**
     * Tries a saboteur.
     *
     * @param root of the build
     * @param seeds how many stories at most
     * @return what the law said, or an empty text if it noticed nothing
     */
    public static String catchIt(final Saboteur saboteur, final Path root, final int seeds) {
        final WrongLoader loader = new WrongLoader(WrongBuild.compile(saboteur, root), Hunt.class.getClassLoader());
        try {
            final String telling = saboteur.law() instanceof NodesLaw ? "tellOfNodes" : "tell";
            final Object found = loader.loadClass(Hunt.class.getName())
                    .getMethod(telling, String.class, long.class, int.class)
                    .invoke(null, saboteur.law().name(), saboteur.firstSeed(), seeds);
            return String.valueOf(found);
        } catch (final InvocationTargetException e) {
            throw new AssertionError(saboteur + " broke the simulation itself", e.getCause());
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Called in the wrong build: tells stories until that law is broken. */
    public static String tell(final String law, final long firstSeed, final int seeds) {
        final Law watched = Law.valueOf(law);
        final long step = watched == Law.SAME_STORY ? Verdict.TOLD_TWICE_ONE_IN : 1;
        try {
            for (int i = 0; i < seeds; i++) {
                final long seed = firstSeed + i * step;
                final Verdict verdict = Verdict.of(Story.of(seed), new Coverage());
                if (verdict.broken().containsKey(watched)) {
                    return "seed " + seed + ": " + verdict.broken().get(watched).get(0);
                }
            }
            return "";
        } finally {
            Simulation.endIdleThreads();
        }
    }

    /** The same with stories of several nodes. */
    public static String tellOfNodes(final String law, final long firstSeed, final int seeds) {
        final NodesLaw watched = NodesLaw.valueOf(law);
        final long step = watched == NodesLaw.SAME_STORY ? NodesVerdict.TOLD_TWICE_ONE_IN : 1;
        try {
            for (int i = 0; i < seeds; i++) {
                final long seed = firstSeed + i * step;
                final NodesVerdict verdict = NodesVerdict.of(NodesStory.of(seed));
                if (verdict.broken().containsKey(watched)) {
                    return "seed " + seed + ": " + verdict.broken().get(watched).get(0);
                }
            }
            return "";
        } finally {
            Simulation.endIdleThreads();
        }
    }
}
