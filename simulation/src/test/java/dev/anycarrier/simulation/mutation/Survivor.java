package dev.anycarrier.simulation.mutation;

/**
 * A change to a provider that no rule of the kit noticed. It is named by the text of its line, which stays the same where
 * numbers of lines and lambdas do not.
 *
 * @param file the name of the source file
 * @param mutator the kind of change
 * @param line the line that was changed, without the blanks around it
 */
record Survivor(String file, String mutator, String line) {

    @Override
    public String toString() {
        return file + "\t" + mutator + "\t" + line;
    }
}
