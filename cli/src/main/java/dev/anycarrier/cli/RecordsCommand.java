package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.cli.output.Printable;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.UsageRecord;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "records",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "The usage records of an account, or of one SIM, in a window of time: each printed as it arrives.",
            "",
            "  anycarrier records onomondo --from 2026-01-01 --to 2026-02-01",
            "  anycarrier records onomondo:000008790 --from 2026-01-01 --to 2026-02-01 --output csv > january.csv",
            "  anycarrier records onomondo --from 2026-01-31 --to 2026-02-01 --by-hour",
            ""
        },
        description = {
            "",
            "If it breaks off, what was printed stays good, the exit code is 7, and standard error says how to go on.",
            ""
        })
final class RecordsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final FullIdsOption ids = new FullIdsOption();

    @Parameters(paramLabel = "ACCOUNT[:SIM]", description = "The account, or one SIM of it.")
    private String target = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "The start: a day (2026-01-31, from midnight UTC) or an instant (2026-01-31T12:00:00Z).")
    private Instant from = Instant.EPOCH;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "The end, which is no longer part of the window.")
    private Instant to = Instant.EPOCH;

    @Option(names = "--country", paramLabel = "CODE", description = "Only this country (ISO 3166 alpha-2).")
    private @Nullable String country;

    @Option(names = "--by-hour", description = "Usage as the carrier groups it by hours, in place of records.")
    private boolean byHour;

    @Option(
            names = "--resume-at",
            paramLabel = "PLACE",
            description = "Go on where the same question broke off, with the value given then. Headings are not"
                    + " repeated; records of the page that broke may be.")
    private @Nullable String resumeAt;

    @Option(
            names = {"-o", "--output"},
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. All but tables hold whole SIM ids.")
    private StreamFormat output = StreamFormat.TABLE;

    RecordsCommand(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (byHour && resumeAt != null) {
            throw new UsageError(
                    "--by-hour cannot go on with --resume-at: ask again from the start of the missing hours");
        }
        if (byHour && output == StreamFormat.TMF635) {
            throw new UsageError("--by-hour gives groups, and TMF635 has records alone: choose another --output");
        }
        final RecordTarget asked = RecordTarget.parse(target);
        final UsageRecordQuery query = asked.query(from, to, Optional.ofNullable(country));
        try (Anycarrier carriers = config.open(surroundings)) {
            final CarrierAccount account = carriers.account(asked.account());
            final RecordPrinter printer = new RecordPrinter(surroundings, output, ids);
            final RecordsBar bar = new RecordsBar(surroundings, from, to);
            final ExitCode code;
            if (byHour) {
                printer.printGroupHeading();
                code = print(account.usageByHour(query).onClose(bar::end), group -> {
                    printer.print(group);
                    group.hour().ifPresent(bar::passed);
                });
            } else {
                if (resumeAt == null) {
                    printer.printRecordHeading();
                }
                code = print(records(account, query).onClose(bar::end), usage -> {
                    printer.print(usage);
                    bar.passed(usage.time());
                });
            }
            surroundings.say("anycarrier: " + printer.summary());
            return code.code();
        }
    }

    private Stream<UsageRecord> records(final CarrierAccount account, final UsageRecordQuery query) {
        return resumeAt == null ? account.records(query) : account.records(query, resumeAt);
    }

    private <T> ExitCode print(final Stream<T> items, final LinePrinter<T> printer) {
        boolean printed = false;
        try (items) {
            // Not forEach: nothing more is asked once standard output is gone, as behind `| head`.
            for (final Iterator<T> each = items.iterator(); !surroundings.out().checkError() && each.hasNext(); ) {
                printer.print(each.next());
                printed = true;
            }
            return ExitCode.OK;
        } catch (final UsageException failure) {
            surroundings.say(Printable.of("anycarrier: " + failure.getMessage()));
            failure.resumeAt()
                    .filter(place -> !byHour)
                    .ifPresent(place -> surroundings.say("anycarrier: to go on, repeat the command with --resume-at="
                            + quoted(Printable.of(place))));
            return printed ? ExitCode.PARTIAL : ExitCode.of(failure.kind());
        }
    }

    private static String quoted(final String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Prints one item of a stream. */
    @FunctionalInterface
    private interface LinePrinter<T> {
        void print(T item);
    }
}
