package dev.anycarrier.cli;

import dev.anycarrier.cli.output.Json;
import dev.anycarrier.cli.output.ResultCsv;
import dev.anycarrier.cli.output.ResultJson;
import dev.anycarrier.cli.output.TmForumJson;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepSink;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prints each outcome before it is acknowledged: what one SIM ended in is written in one go, and has left this process. */
final class SweepPrinter implements SweepSink {

    private final PrintStream out;
    private final LineFormat format;

    SweepPrinter(final PrintStream out, final LineFormat format) {
        this.out = out;
        this.format = format;
    }

    /**
     * Prints what stands above the outcomes.
     *
     * @throws OutputError if it cannot be written
     */
    void printHeading() {
        if (format == LineFormat.CSV) {
            print(List.of(ResultCsv.HEADING));
        }
    }

    /**
     * Prints an outcome.
     *
     * @throws OutputError if it cannot be written
     */
    @Override
    public void accept(final SweepOutcome outcome) {
        print(
                switch (format) {
                    case JSONL -> List.of(Json.line(ResultJson.of(outcome)));
                    case CSV -> ResultCsv.of(outcome);
                    case TMF677 -> List.of(Json.line(TmForumJson.of(outcome)));
                });
    }

    private void print(final List<String> lines) {
        final StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append(System.lineSeparator()));
        final byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        // Flushes, too.
        if (out.checkError()) {
            throw new OutputError();
        }
    }
}
