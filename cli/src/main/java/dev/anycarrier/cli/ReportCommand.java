package dev.anycarrier.cli;

import dev.anycarrier.cli.digest.Digest;
import dev.anycarrier.cli.digest.EntryLines;
import dev.anycarrier.cli.digest.EntryLines.Line;
import dev.anycarrier.cli.page.UsagePage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "One page of HTML of a sweep or of records: who runs out when, what is left, what was used where.",
            "",
            "  anycarrier report usage.jsonl --output page.html",
            "  anycarrier report records.jsonl usage.jsonl --output page.html",
            ""
        },
        description = {
            "",
            "Also what could not be read, and how old the values are. The page loads and runs nothing, and no carrier is asked.",
            "Records that are named before the sweep say how fast each SIM uses what it has. A sweep may be piped into it.",
            ""
        })
final class ReportCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final Surroundings surroundings;

    @Mixin
    private final FullIdsOption ids = new FullIdsOption();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "JSON lines, as sweep and records write them; - or nothing is standard input.")
    private List<String> files = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the page is written; default standard output.")
    private @Nullable Path output;

    private long said;
    private long bad;

    ReportCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        final Digest digest = new Digest();
        for (final String file : files.isEmpty() ? List.of(STANDARD_INPUT) : files) {
            read(file, digest);
        }
        if (said == 0) {
            throw new UsageError("there is no outcome of a sweep and no usage record to report: it reads what sweep"
                    + " --output jsonl and records --output jsonl write");
        }
        if (digest.lateRecords() > 0) {
            surroundings.say("anycarrier: " + digest.lateRecords() + " records stood behind the sweep, and say nothing"
                    + " of how fast its SIMs use: name records first");
        }
        write(UsagePage.write(digest, surroundings.clock().instant(), ids.areFull()));
        return (bad == 0 ? ExitCode.OK : ExitCode.PARTIAL).code();
    }

    private void read(final String file, final Digest digest) throws IOException {
        final boolean standard = file.equals(STANDARD_INPUT);
        final LineProblems problems = new LineProblems(surroundings, standard ? "standard input" : file);
        try (InputStream in = new BufferedInputStream(standard ? surroundings.in() : open(file))) {
            final EntryLines lines = new EntryLines(in);
            for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (line.get() instanceof Line.Said one) {
                    said++;
                    digest.add(one.entry());
                } else if (line.get() instanceof Line.Bad one) {
                    bad++;
                    problems.add(one.number(), one.problem());
                }
            }
        }
        problems.end();
    }

    private InputStream open(final String file) {
        final Path path = surroundings.workingDirectory().resolve(file);
        try {
            return Files.newInputStream(path);
        } catch (final IOException e) {
            throw new UsageError("cannot read " + path + ": " + e.getMessage());
        }
    }

    private void write(final String page) throws IOException {
        if (output == null) {
            surroundings.out().print(page);
            return;
        }
        final Path path = surroundings.workingDirectory().resolve(output);
        try {
            Files.writeString(path, page);
        } catch (final IOException e) {
            throw new UsageError("cannot write " + path + ": " + e.getMessage());
        }
        surroundings.say("anycarrier: the page is " + path);
    }
}
