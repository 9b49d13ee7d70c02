package dev.anycarrier.engine.state;

import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.util.Optional;

/** Reads what {@link ReportWriter} wrote. */
final class ReportReader {

    private ReportReader() {}

    static UsageReport read(final Fields report) {
        return new UsageReport(
                report.text("provider"),
                report.text("name"),
                SimIdText.read(report.text("sim")),
                report.word("status", SimStatus.class),
                report.optionalText("carrierStatus"),
                report.objects("buckets").stream().map(ReportReader::bucket).toList(),
                report.objects("counters").stream().map(ReportReader::counter).toList(),
                report.instant("fetchedAt"),
                report.optionalInstant("observedAt"),
                report.optionalDuration("carrierCacheTime"),
                report.objects("warnings").stream().map(ReportReader::warning).toList());
    }

    private static Bucket bucket(final Fields fields) {
        final Service service = fields.word("service", Service.class);
        final Bucket bucket = new Bucket(
                fields.optionalText("id"),
                service,
                allowance(fields, service),
                amount(fields, "remaining", service),
                amount(fields, "used", service),
                fields.word("status", BucketStatus.class),
                period(fields, "validity"));
        fields.end();
        return bucket;
    }

    private static Allowance allowance(final Fields fields, final Service service) {
        return switch (fields.text("allowance")) {
            case "limited" -> Allowance.limited(new Quantity(fields.number("total"), service.unit()));
            case "unlimited" -> Allowance.unlimited();
            case "unknown" -> Allowance.unknown();
            default -> throw new IllegalArgumentException("allowance is not a word that this version knows");
        };
    }

    private static UsageCounter counter(final Fields fields) {
        final Service service = fields.word("service", Service.class);
        final UsageCounter counter = new UsageCounter(
                service, new Quantity(fields.number("used"), service.unit()), period(fields, "period"));
        fields.end();
        return counter;
    }

    private static UsageWarning warning(final Fields fields) {
        final UsageWarning warning =
                new UsageWarning(fields.word("kind", UsageWarning.Kind.class), fields.text("detail"));
        fields.end();
        return warning;
    }

    private static Optional<Quantity> amount(final Fields fields, final String name, final Service service) {
        return fields.optionalNumber(name).map(number -> new Quantity(number, service.unit()));
    }

    private static Optional<TimePeriod> period(final Fields fields, final String name) {
        return fields.optionalObject(name).map(sides -> {
            final TimePeriod period = new TimePeriod(sides.optionalInstant("start"), sides.optionalInstant("end"));
            sides.end();
            return period;
        });
    }
}
