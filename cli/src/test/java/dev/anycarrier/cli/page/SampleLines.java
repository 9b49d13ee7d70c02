package dev.anycarrier.cli.page;

import dev.anycarrier.cli.digest.Digest;
import dev.anycarrier.cli.digest.Lines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A sweep and records with something in every part of the page. */
final class SampleLines {

    static final Instant NOW = Instant.parse("2026-11-10T12:30:00Z");

    private static final List<String> COUNTRIES = List.of("DE", "DK", "FR", "US", "ES", "PL", "SE", "CH");
    private static final int SIMS = 400;
    private static final int RECORDS = 600;

    private SampleLines() {}

    static Digest digest() {
        final List<String> lines = new ArrayList<>();
        for (int index = 0; index < RECORDS; index++) {
            final String country = COUNTRIES.get(index * index % COUNTRIES.size());
            lines.add(Lines.record(
                            "r" + index,
                            "%09d".formatted(index % 50),
                            Instant.parse("2026-10-12T00:00:00Z")
                                    .plusSeconds(index * 4_100L)
                                    .toString(),
                            (index * 7_919L % 1_000 + 100) * 1_000_000)
                    .replace("\"DK\"", "\"" + country + "\""));
        }
        for (int index = 0; index < SIMS; index++) {
            lines.add(sim(index));
        }
        return Lines.digest(lines.toArray(String[]::new));
    }

    private static String sim(final int index) {
        final String sim = "%09d".formatted(index);
        if (index % 40 == 0) {
            return "{\"account\":\"acme\",\"sim\":\"" + sim + "\",\"error\":{\"kind\":\"NOT_FOUND\"}}";
        }
        if (index % 41 == 0) {
            return "{\"account\":\"acme\",\"sim\":\"" + sim + "\",\"skipped\":\"DEADLINE\"}";
        }
        if (index % 15 == 0) {
            return Lines.read(
                    sim, "{\"service\":\"DATA\",\"allowance\":{\"type\":\"unlimited\"},\"status\":\"ACTIVE\"}");
        }
        final long total = 4_000_000_000L;
        final long left = index % 12 == 0 ? 0 : total * (index * 31 % 100) / 100 + 1;
        final Instant start = Instant.parse("2026-10-20T00:00:00Z").plusSeconds(index * 3_600L);
        final String read = Lines.read(
                sim,
                Lines.limited(
                        total,
                        left,
                        ",\"validity\":{\"start\":\"" + start + "\",\"end\":\"" + start.plusSeconds(30 * 86_400L)
                                + "\"}"));
        return index % 25 == 0
                ? read.replace(
                        "\"state\":\"FRESH\",\"ageSeconds\":3",
                        "\"state\":\"STALE\",\"ageSeconds\":9000,\"cause\":{\"kind\":\"UNAVAILABLE\"}")
                : read;
    }
}
