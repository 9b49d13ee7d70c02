package dev.anycarrier.cli;

/** Names bad lines of a file on standard error, the first of them one by one. */
final class LineProblems {

    /** So many lines are named. */
    static final int NAMED = 20;

    private final Surroundings surroundings;
    private final String file;
    private long count;

    LineProblems(final Surroundings surroundings, final String file) {
        this.surroundings = surroundings;
        this.file = file;
    }

    /** Names a line, or counts it if there are too many. */
    void add(final long line, final String problem) {
        count++;
        if (count <= NAMED) {
            surroundings.say("anycarrier: " + file + ", line " + line + ": " + problem);
        }
    }

    /** Says how many lines were not named. */
    void end() {
        if (count > NAMED) {
            surroundings.say("anycarrier: " + file + ": and " + (count - NAMED) + " lines more");
        }
    }
}
