package dev.anycarrier.cli;

/** How far a long command is, on standard error. */
final class Progress {

    private static final int LINES_WITHOUT_TERMINAL = 4;

    private final ProgressLine line;
    private final Estimate estimate;
    private final int total;
    private final boolean shown;
    private int ended;
    private int failed;

    private Progress(final Surroundings surroundings, final String what, final int total, final boolean shown) {
        this.line = new ProgressLine(surroundings, what, LINES_WITHOUT_TERMINAL);
        this.estimate = new Estimate(surroundings.clock());
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
        failed += outcome instanceof Outcome.Failed ? 1 : 0;
        advance();
    }

    /** One more step has ended. */
    void advance() {
        ended++;
        if (shown) {
            line.show(ended, total, ended + " of " + total + ", " + failed + " failed" + estimate.text(ended, total));
        }
    }

    /** Takes the line away. */
    void end() {
        if (shown) {
            line.end();
        }
    }
}
