package dev.anycarrier.cluster.sweep;

import dev.anycarrier.call.UsageChange;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.state.ReportCodec;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A result, part by part. */
final class ResultParts {

    private ResultParts() {}

    static void write(final Parts.Writer parts, final UsageResult result) {
        parts.block(ReportCodec.write(result.report()));
        parts.duration(result.age());
        parts.count(result.changes().size());
        for (final UsageChange change : result.changes()) {
            parts.word(change.service());
            parts.optionalText(change.bucket());
            parts.word(change.kind());
            parts.number(change.amount().amount());
        }
        if (result instanceof UsageResult.Stale stale) {
            parts.flag(stale.cause().isPresent());
            stale.cause().ifPresent(cause -> FailureParts.write(parts, cause));
        }
    }

    static UsageResult readFresh(final Parts.Reader parts) {
        return new UsageResult.Fresh(report(parts), parts.duration(), changes(parts));
    }

    static UsageResult readStale(final Parts.Reader parts) {
        final UsageReport report = report(parts);
        final Duration age = parts.duration();
        final List<UsageChange> changes = changes(parts);
        final Optional<UsageException> cause = parts.flag() ? Optional.of(FailureParts.read(parts)) : Optional.empty();
        return new UsageResult.Stale(report, age, changes, cause);
    }

    private static UsageReport report(final Parts.Reader parts) {
        return ReportCodec.read(parts.block());
    }

    private static List<UsageChange> changes(final Parts.Reader parts) {
        final List<UsageChange> changes = new ArrayList<>();
        for (int left = parts.count(); left > 0; left--) {
            final Service service = parts.word(Service.class);
            changes.add(new UsageChange(
                    service,
                    parts.optionalText(),
                    parts.word(UsageChange.Kind.class),
                    new Quantity(parts.number(), service.unit())));
        }
        return changes;
    }
}
