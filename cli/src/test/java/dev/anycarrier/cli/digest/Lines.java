package dev.anycarrier.cli.digest;

import dev.anycarrier.cli.digest.EntryLines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines as the commands write them. */
public final class Lines {

    private Lines() {}

    /** A SIM with these buckets, as JSON, read at noon of 2026-11-10. */
    public static String read(final String sim, final String... buckets) {
        return """
                {"account":"acme","sim":"%s","report":{"provider":"acme","account":"acme","sim":"%s","status":"ACTIVE",\
                "buckets":[%s],"counters":[],"fetchedAt":"2026-11-10T12:00:00Z","warnings":[]},\
                "freshness":{"state":"FRESH","ageSeconds":3}}""".formatted(sim, sim, String.join(",", buckets));
    }

    /** A bucket of data with a limit; what follows is more of its members. */
    public static String limited(final long total, final long remaining, final String more) {
        return """
                {"service":"DATA","allowance":{"type":"limited","total":{"amount":%d,"unit":"BYTES"}},\
                "remaining":{"amount":%d,"unit":"BYTES"},"used":{"amount":%d,"unit":"BYTES"},"status":"ACTIVE"%s}""".formatted(total, remaining, total - remaining, more);
    }

    /** A record of data in Denmark. */
    public static String record(final String id, final String sim, final String time, final long bytes) {
        return """
                {"id":"%s","time":"%s","sim":"%s","service":"DATA","quantity":{"amount":%d,"unit":"BYTES"},\
                "network":{"mobileCountryCode":"238","mobileNetworkCode":"02","country":"DK"}}""".formatted(id, time, sim, bytes);
    }

    /** What all lines add up to; each must be one that can be read. */
    public static Digest digest(final String... lines) {
        final Digest digest = new Digest();
        for (final Line line : all(String.join("\n", lines))) {
            if (!(line instanceof Line.Said said)) {
                throw new AssertionError(line.toString());
            }
            digest.add(said.entry());
        }
        return digest;
    }

    static List<Line> all(final String text) {
        final EntryLines lines = new EntryLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        final List<Line> all = new ArrayList<>();
        try {
            for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                all.add(line.get());
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
