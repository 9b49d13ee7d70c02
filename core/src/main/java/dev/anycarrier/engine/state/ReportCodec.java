package dev.anycarrier.engine.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.anycarrier.usage.UsageReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A report as bytes, for places that nodes share, and back. Nothing is lost. Stateless. */
public final class ReportCodec {

    private ReportCodec() {}

    /** The report as ASCII JSON, without a line break. */
    public static byte[] write(final UsageReport report) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = EntryCodec.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            new ReportWriter(json).write(report);
            json.writeEndObject();
        } catch (final IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException if it is none that this version knows; the message says why and repeats nothing of it
     */
    public static UsageReport read(final byte[] bytes) {
        final Fields fields;
        try {
            fields = Fields.of(EntryCodec.MAPPER.readTree(bytes), "the report");
        } catch (final JsonProcessingException unreadable) {
            throw new IllegalArgumentException("it is no valid JSON");
        } catch (final IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        final UsageReport report = ReportReader.read(fields);
        fields.end();
        return report;
    }
}
