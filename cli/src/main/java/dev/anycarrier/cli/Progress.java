package dev.anycarrier.cli;

/** How far a long command is, on standard error: one line that is rewritten on a terminal, a few lines elsewhere. */
final class Progress {

    private static final int LINES_WITHOUT_TERMINAL = 4;
    private static final int BAR_WIDTH = 30;
    private static final String TO_START_OF_LINE = "\r";
    private static final String ERASE_LINE = "\r\u001b[K";

    private final Surroundings surroundings;
    private final String what;
    private final int total;
    private final boolean shown;
    private int ended;
    private int failed;

    private Progress(final Surroundings surroundings, final String what, final int total, final boolean shown) {
        this.surroundings = surroundings;
        this.what = what;
        this.total = total;
        this.shown = shown;
    }

    /** Progress that is shown wherever standard error leads. */
    static Progress of(final Surroundings surroundings, final String what, final int total) {
        return new Progress(surroundings, what, total, true);
    }

    /** Progress that is shown on a terminal alone, where there is more than one step. */
    static Progress onTerminal(final Surroundings surroundings, final String what, final int total) {
        return new Progress(surroundings, what, total, surroundings.errIsTerminal() && total > 1);
    }

    /** One more question has ended. */
    void advance(final Outcome outcome) {
        ended++;
        failed += outcome instanceof Outcome.Failed ? 1 : 0;
        if (!shown) {
            return;
        }
        if (surroundings.errIsTerminal()) {
            final int drawn = portion(BAR_WIDTH);
            surroundings
                    .err()
                    .print(TO_START_OF_LINE + what + " " + "█".repeat(drawn) + "░".repeat(BAR_WIDTH - drawn) + " "
                            + counts());
            surroundings.err().flush();
        } else if (portion(LINES_WITHOUT_TERMINAL) > (ended - 1L) * LINES_WITHOUT_TERMINAL / total) {
            surroundings.say(what + ": " + counts());
        }
    }

    /** Takes the line away. */
    void end() {
        if (shown && surroundings.errIsTerminal()) {
            surroundings.err().print(ERASE_LINE);
            surroundings.err().flush();
        }
    }

    private int portion(final int parts) {
        return (int) ((long) ended * parts / total);
    }

    private String counts() {
        return ended + " of " + total + ", " + failed + " failed";
    }
}
