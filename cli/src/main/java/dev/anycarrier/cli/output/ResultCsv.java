package dev.anycarrier.cli.output;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Outcomes of a sweep as lines of CSV: one for each bucket and each counter of a SIM, and one for a SIM without any. */
public final class ResultCsv {

    /** The heading. */
    public static final String HEADING = Csv.line(
            "account",
            "sim",
            "outcome",
            "reason",
            "status",
            "age_seconds",
            "fetched_at",
            "figure",
            "service",
            "bucket",
            "bucket_status",
            "allowance",
            "total",
            "remaining",
            "used",
            "unit",
            "start",
            "end",
            "message");

    private static final List<String> NO_FIGURE = List.of("", "", "", "", "", "", "", "", "", "", "");

    private ResultCsv() {}

    /** The lines about one SIM, at least one. */
    public static List<String> of(final SweepOutcome outcome) {
        if (outcome instanceof SweepOutcome.Read read) {
            return lines(read.sim(), read.result());
        }
        if (outcome instanceof SweepOutcome.Failed failed) {
            final UsageException failure = failed.failure();
            return List.of(line(
                    List.of(
                            account(failed),
                            id(failed),
                            "FAILED",
                            failure.kind().name(),
                            "",
                            "",
                            ""),
                    NO_FIGURE,
                    String.valueOf(failure.getMessage())));
        }
        final SweepOutcome.Skipped skipped = (SweepOutcome.Skipped) outcome;
        return List.of(line(
                List.of(
                        account(skipped),
                        id(skipped),
                        "SKIPPED",
                        skipped.reason().name(),
                        "",
                        "",
                        ""),
                NO_FIGURE,
                ""));
    }

    private static List<String> lines(final SimRef sim, final UsageResult result) {
        final Optional<UsageException> cause =
                result instanceof UsageResult.Stale stale ? stale.cause() : Optional.empty();
        final UsageReport report = result.report();
        final List<String> start = List.of(
                sim.account(),
                sim.sim().value(),
                result instanceof UsageResult.Stale ? "STALE" : "FRESH",
                cause.map(failure -> failure.kind().name()).orElse(""),
                report.status().name(),
                Long.toString(result.age().toSeconds()),
                report.fetchedAt().toString());
        final String message =
                cause.map(failure -> String.valueOf(failure.getMessage())).orElse("");
        final List<List<String>> figures = new ArrayList<>();
        report.buckets().forEach(bucket -> figures.add(figure(bucket)));
        report.counters().forEach(counter -> figures.add(figure(counter)));
        if (figures.isEmpty()) {
            figures.add(NO_FIGURE);
        }
        return figures.stream().map(figure -> line(start, figure, message)).toList();
    }

    private static List<String> figure(final Bucket bucket) {
        final Optional<Quantity> total = bucket.allowance() instanceof Allowance.Limited limited
                ? Optional.of(limited.total())
                : Optional.empty();
        return List.of(
                "BUCKET",
                bucket.service().name(),
                bucket.id().orElse(""),
                bucket.status().name(),
                allowance(bucket.allowance()),
                amount(total),
                amount(bucket.remaining()),
                amount(bucket.used()),
                bucket.service().unit().name(),
                end(bucket.validity().flatMap(TimePeriod::start)),
                end(bucket.validity().flatMap(TimePeriod::end)));
    }

    private static List<String> figure(final UsageCounter counter) {
        return List.of(
                "COUNTER",
                counter.service().name(),
                "",
                "",
                "",
                "",
                "",
                amount(Optional.of(counter.used())),
                counter.used().unit().name(),
                end(counter.period().flatMap(TimePeriod::start)),
                end(counter.period().flatMap(TimePeriod::end)));
    }

    private static String allowance(final Allowance allowance) {
        if (allowance instanceof Allowance.Limited) {
            return "LIMITED";
        }
        return allowance instanceof Allowance.Unlimited ? "UNLIMITED" : "UNKNOWN";
    }

    private static String amount(final Optional<Quantity> quantity) {
        return quantity.map(known -> Long.toString(known.amount())).orElse("");
    }

    private static String end(final Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("");
    }

    private static String account(final SweepOutcome outcome) {
        return outcome.sim().account();
    }

    private static String id(final SweepOutcome outcome) {
        return outcome.sim().sim().value();
    }

    private static String line(final List<String> start, final List<String> figure, final String message) {
        final List<String> fields = new ArrayList<>(start);
        fields.addAll(figure);
        fields.add(message);
        return Csv.line(fields.toArray(String[]::new));
    }
}
