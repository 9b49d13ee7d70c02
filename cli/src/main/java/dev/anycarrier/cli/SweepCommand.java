package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.Sweep;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.sweep.SweepSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "Reads any number of SIMs, within the carriers' limits: each outcome is printed as it comes.",
            "",
            "  anycarrier sweep sims.txt > usage.jsonl",
            "  anycarrier sweep sims.txt --resume >> usage.jsonl",
            "  anycarrier sweep sims.txt --source records --output csv",
            "  anycarrier sweep sims.txt --cluster settings --jdbc settings --identity monday",
            ""
        },
        description = {
            "",
            "A sweep that was interrupted or killed goes on with --resume. Several nodes share their limits on a Redis, and"
                    + " a whole sweep in a PostgreSQL; whoever repeats the command joins it.",
            "Lines that are no SIM, duplicates and unknown accounts are named on standard error and do not stop the rest;"
                    + " the exit code is 7 then, as when some SIMs could not be read.",
            ""
        })
final class SweepCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final FreshnessOptions freshness = new FreshnessOptions();

    @Mixin
    private final SharedSweepOptions shared = new SharedSweepOptions();

    @Parameters(
            paramLabel = "FILE",
            description = "The SIMs, one account:sim a line; empty lines and # comments are passed over. - is standard"
                    + " input.")
    private String file = "";

    @Option(
            names = {"-o", "--output"},
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. All hold whole SIM ids.")
    private LineFormat output = LineFormat.JSONL;

    @Option(names = "--resume", description = "Go on where an earlier sweep of the same FILE was broken off.")
    private boolean resume;

    @Option(
            names = "--source",
            description =
                    "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. RECORDS sums an account's records of this"
                            + " month, where the carrier has them, in place of a question per SIM.")
    private SweepSource source = SweepSource.USAGE;

    @Option(
            names = "--deadline",
            paramLabel = "SPAN",
            converter = SpanConverter.class,
            description = "How long the sweep may take (15m, 4h, 2d); SIMs whose turn cannot come before are skipped.")
    private @Nullable Duration deadline;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "Where it is kept what was printed, for --resume; default FILE.sweep beside FILE. Removed at the"
                            + " end.")
    private @Nullable Path checkpoint;

    SweepCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (shared.isGiven()) {
            if (resume || checkpoint != null || deadline != null || source != SweepSource.USAGE) {
                throw new UsageError("a sweep of all nodes is kept in their database and asks about each SIM: --resume,"
                        + " --checkpoint, --deadline and --source have no part in it");
            }
            return shared.run(surroundings, config, file, freshness.in(CallOptions.defaults()), output)
                    .code();
        }
        try (SimInput input = SimInput.open(surroundings, file);
                Anycarrier carriers = config.openForMany(surroundings)) {
            final SweepCheckpoint place = SweepCheckpoint.choose(
                    Optional.ofNullable(checkpoint).map(surroundings.workingDirectory()::resolve),
                    input.lastingFile(),
                    resume);
            return run(carriers, input, place).code();
        }
    }

    private ExitCode run(final Anycarrier carriers, final SimInput input, final SweepCheckpoint place)
            throws IOException {
        final LineProblems problems = new LineProblems(surroundings, input.name());
        final SimCount count = input.count(carriers.accounts().keySet(), problems);
        final SweepPrinter printer = new SweepPrinter(surroundings.out(), output);
        final SweepTally tally = new SweepTally();
        final SweepBar bar = new SweepBar(surroundings);
        final SweepProgress end;
        try (Sweep sweep = sweep(carriers, input, count, place, bar);
                Interruption interruption = new Interruption(sweep::close, () -> sayFarewell(sweep, place))) {
            try {
                if (!place.isResumed()) {
                    printer.printHeading();
                }
                end = sweep.run(outcome -> {
                    printer.accept(outcome);
                    tally.add(outcome);
                });
            } catch (final UsageException failure) {
                if (interruption.happened()) {
                    return ExitCode.UNEXPECTED;
                }
                throw failure;
            } catch (final OutputError failure) {
                surroundings.say("anycarrier: " + failure.getMessage()
                        + "; what was not written does not count as done: " + place.advice());
                return ExitCode.UNEXPECTED;
            } finally {
                bar.end();
            }
        }
        input.locate(tally.duplicates(), line -> problems.add(line, "the SIM was named before"));
        problems.end();
        surroundings.say("anycarrier: " + tally.summary(end, count));
        if (tally.leavesSome()) {
            surroundings.say("anycarrier: some SIMs were not asked about: " + place.advice());
        } else {
            place.remove();
        }
        return tally.exitCode(end, count);
    }

    private Sweep sweep(
            final Anycarrier carriers,
            final SimInput input,
            final SimCount count,
            final SweepCheckpoint place,
            final SweepBar bar) {
        Sweep sweep = carriers.sweep(input)
                .options(freshness.in(CallOptions.defaults()))
                .source(source)
                .total(count.sims())
                .listener(bar);
        if (deadline != null) {
            sweep = sweep.deadline(deadline);
        }
        if (place.file().isPresent()) {
            sweep = sweep.checkpoint(place.file().get(), count.digest());
        }
        return sweep;
    }

    private void sayFarewell(final Sweep sweep, final SweepCheckpoint place) {
        final SweepProgress progress = sweep.progress();
        surroundings.say("anycarrier: interrupted after " + progress.ended() + " SIMs; " + place.advice());
    }
}
