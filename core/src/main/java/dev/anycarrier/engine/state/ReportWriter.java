package dev.anycarrier.engine.state;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.io.IOException;
import java.util.Optional;

/** Writes a report as the members of a JSON object; {@link ReportReader} reads the same one back. */
final class ReportWriter {

    private final JsonGenerator json;

    ReportWriter(final JsonGenerator json) {
        this.json = json;
    }

    /** Writes everything; what is absent is left out. The units are those of the services. */
    void write(final UsageReport report) throws IOException {
        json.writeStringField("provider", report.provider());
        json.writeStringField("name", report.account());
        json.writeStringField("sim", SimIdText.of(report.sim()));
        json.writeStringField("status", report.status().name());
        optional("carrierStatus", report.carrierStatus());
        json.writeArrayFieldStart("buckets");
        for (final Bucket bucket : report.buckets()) {
            bucket(bucket);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("counters");
        for (final UsageCounter counter : report.counters()) {
            json.writeStartObject();
            json.writeStringField("service", counter.service().name());
            json.writeNumberField("used", counter.used().amount());
            period("period", counter.period());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("fetchedAt", report.fetchedAt().toString());
        optional("observedAt", report.observedAt());
        optional("carrierCacheTime", report.carrierCacheTime());
        json.writeArrayFieldStart("warnings");
        for (final UsageWarning warning : report.warnings()) {
            json.writeStartObject();
            json.writeStringField("kind", warning.kind().name());
            json.writeStringField("detail", warning.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void bucket(final Bucket bucket) throws IOException {
        json.writeStartObject();
        optional("id", bucket.id());
        json.writeStringField("service", bucket.service().name());
        if (bucket.allowance() instanceof Allowance.Limited limited) {
            json.writeStringField("allowance", "limited");
            json.writeNumberField("total", limited.total().amount());
        } else {
            json.writeStringField(
                    "allowance", bucket.allowance() instanceof Allowance.Unlimited ? "unlimited" : "unknown");
        }
        amount("remaining", bucket.remaining());
        amount("used", bucket.used());
        json.writeStringField("status", bucket.status().name());
        period("validity", bucket.validity());
        json.writeEndObject();
    }

    private void amount(final String name, final Optional<Quantity> amount) throws IOException {
        if (amount.isPresent()) {
            json.writeNumberField(name, amount.get().amount());
        }
    }

    private void period(final String name, final Optional<TimePeriod> period) throws IOException {
        if (period.isPresent()) {
            json.writeObjectFieldStart(name);
            optional("start", period.get().start());
            optional("end", period.get().end());
            json.writeEndObject();
        }
    }

    private void optional(final String name, final Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get().toString());
        }
    }
}
