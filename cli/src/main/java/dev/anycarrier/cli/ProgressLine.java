package dev.anycarrier.cli;

/** A bar and what is counted, on standard error: one line that is rewritten on a terminal, a few lines elsewhere. */
final class ProgressLine {

    private static final int BAR_WIDTH = 30;
    private static final String TO_START_OF_LINE = "\r";
    private static final String ERASE_LINE = "\r\u001b[K";

    private final Surroundings surroundings;
    private final String what;
    private final int linesWithoutTerminal;
    private final boolean rewritten;
    private int saidPortion;
    private int width;

    /**
     * A line that has not been shown yet.
     *
     * @param what what goes on
     * @param linesWithoutTerminal how many lines there are at most where no terminal is
     */
    ProgressLine(final Surroundings surroundings, final String what, final int linesWithoutTerminal) {
        this(surroundings, what, linesWithoutTerminal, surroundings.errIsTerminal());
    }

    private ProgressLine(
            final Surroundings surroundings,
            final String what,
            final int linesWithoutTerminal,
            final boolean rewritten) {
        this.surroundings = surroundings;
        this.what = what;
        this.linesWithoutTerminal = linesWithoutTerminal;
        this.rewritten = rewritten;
    }

    /** The same beside data that is printed meanwhile: on one terminal with it, a line that is rewritten would spoil both. */
    static ProgressLine besideData(final Surroundings surroundings, final String what, final int linesWithoutTerminal) {
        return new ProgressLine(
                surroundings,
                what,
                linesWithoutTerminal,
                surroundings.errIsTerminal() && !surroundings.outIsTerminal());
    }

    /** Shows that so many of all have ended. */
    void show(final long ended, final long total, final String counts) {
        if (rewritten) {
            final int drawn = portion(ended, total, BAR_WIDTH);
            final String text = what + " " + "█".repeat(drawn) + "░".repeat(BAR_WIDTH - drawn) + " " + counts;
            // A shorter text must not leave the end of a longer one behind.
            surroundings.err().print(TO_START_OF_LINE + text + " ".repeat(Math.max(0, width - text.length())));
            surroundings.err().flush();
            width = text.length();
            return;
        }
        final int portion = portion(ended, total, linesWithoutTerminal);
        if (portion > saidPortion) {
            saidPortion = portion;
            surroundings.say(what + ": " + counts);
        }
    }

    /** Takes the line away where it is rewritten. */
    void end() {
        if (rewritten) {
            surroundings.err().print(ERASE_LINE);
            surroundings.err().flush();
        }
    }

    private static int portion(final long ended, final long total, final int parts) {
        return total == 0 ? parts : (int) (ended * parts / total);
    }
}
