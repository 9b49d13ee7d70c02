package dev.anycarrier.simulation.sabotage;

/**
 * One deliberate mistake in one source file.
 *
 * @param law which law it breaks: of one client, or of several nodes
 * @param what what it does, for people
 * @param file the file, from the root of the build
 * @param original a text that occurs in it exactly once
 * @param replacement what stands there instead
 * @param firstSeed a seed whose story is known to show it; those after it are tried too
 */
public record Saboteur(Enum<?> law, String what, String file, String original, String replacement, long firstSeed) {

    /** The law and the mistake. */
    @Override
    public String toString() {
        return law + ": " + what;
    }
}
