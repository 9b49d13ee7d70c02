package dev.anycarrier.cluster.redis;

import dev.anycarrier.engine.state.ReportCodec;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A report as few bytes, and back. Stateless. */
final class ReportBytes {

    private static final byte VERSION = 1;

    /** No report is longer, written out. */
    private static final int LONGEST = 256 * 1024;

    private static final int CHUNK = 4096;

    /** What reports have in common, the most frequent last. It belongs to the version: a change is another version. */
    private static final byte[] COMMON = ("\"kind\":\"detail\":\"observedAt\":\"carrierCacheTime\":\"PT"
                    + "\"status\":\"SUSPENDED\"\"TERMINATED\"\"EXPIRED\"\"NOT_ACTIVE\"\"UNKNOWN\"\"EXHAUSTED\""
                    + "\"allowance\":\"unknown\"\"unlimited\"\"service\":\"MESSAGE\"\"VOICE\",\"used\":,\"period\":"
                    + "{\"provider\":\"\",\"name\":\"\",\"sim\":\"carrier:iccid:89\",\"status\":\"ACTIVE\",\"carrierStatus\":\""
                    + "\",\"buckets\":[{\"id\":\"\",\"service\":\"DATA\",\"allowance\":\"limited\",\"total\":"
                    + ",\"remaining\":,\"used\":,\"status\":\"ACTIVE\",\"validity\":{\"start\":\"2026-\",\"end\":\"2027-"
                    + "T00:00:00Z\"}}],\"counters\":[],\"fetchedAt\":\"2026-\",\"warnings\":[]}")
            .getBytes(StandardCharsets.US_ASCII);

    private ReportBytes() {}

    /** Writes it; empty if it is too long to be shared. */
    static Optional<byte[]> write(final UsageReport report) {
        final byte[] plain = ReportCodec.write(report);
        if (plain.length > LONGEST) {
            return Optional.empty();
        }
        final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setDictionary(COMMON);
            deflater.setInput(plain);
            deflater.finish();
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(VERSION);
            final byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                bytes.write(chunk, 0, deflater.deflate(chunk));
            }
            return Optional.of(bytes.toByteArray());
        } finally {
            deflater.end();
        }
    }

    /** Reads it; empty if it is none that this version knows, or about another SIM. */
    static Optional<UsageReport> read(final byte[] bytes, final SimId sim) {
        if (bytes.length == 0 || bytes[0] != VERSION) {
            return Optional.empty();
        }
        final Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, 1, bytes.length - 1);
            return Optional.of(ReportCodec.read(inflated(inflater)))
                    .filter(report -> report.sim().equals(sim));
        } catch (final DataFormatException | IllegalArgumentException | DateTimeException damaged) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflated(final Inflater inflater) throws DataFormatException {
        final ByteArrayOutputStream plain = new ByteArrayOutputStream();
        final byte[] chunk = new byte[CHUNK];
        while (!inflater.finished()) {
            final int length = inflater.inflate(chunk);
            plain.write(chunk, 0, length);
            if (plain.size() > LONGEST) {
                throw new DataFormatException("it is too long");
            }
            if (length == 0) {
                if (!inflater.needsDictionary()) {
                    throw new DataFormatException("it ends too early");
                }
                inflater.setDictionary(COMMON);
            }
        }
        return plain.toByteArray();
    }
}
