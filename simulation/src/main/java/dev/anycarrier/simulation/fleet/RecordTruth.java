package dev.anycarrier.simulation.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The records of one SIM at Onomondo. More come as time passes; none changes.
 *
 * @param population the SIMs
 * @param number which of them
 */
record RecordTruth(Population population, long number) {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int SHORTEST_STEP = 300;
    private static final int STEPS = 3_000;
    private static final int MOST_BEFORE = 6;
    private static final long LIMIT = 1_000_000_000_000L;

    /** How many there are at a time. */
    int count(final Duration at) {
        final int before = Mix.below(MOST_BEFORE, population.seed(), number, 11);
        return before + (int) (Math.max(0, at.toSeconds()) / step());
    }

    /** The sum of the first so many. */
    long sum(final int count) {
        long sum = 0;
        for (int record = 0; record < count; record++) {
            sum += bytes(record);
        }
        return sum;
    }

    /** A data limit is set on some SIMs. */
    boolean isLimited() {
        return Mix.below(2, population.seed(), number, 12) == 0;
    }

    /** One record, whose time is before the time asked at. */
    String json(final int record, final Instant start) {
        final int before = Mix.below(MOST_BEFORE, population.seed(), number, 11);
        final Instant time = start.plusSeconds((record + 1 - before) * (long) step());
        return """
                {"time":"%s","bill_id":"%08x-0000-4000-8000-%012d","sim_id":"%s","iccid":"%s","session_id":"s%d",\
                "bytes":%d,"country_code":"dk","network_type":"4G","network":{"mcc":"238","mnc":"06"}}""".formatted(
                        WRITTEN.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC)),
                        record,
                        number,
                        population.carrierId(number),
                        population.iccid(number),
                        number,
                        bytes(record));
    }

    String details(final Duration at) {
        final String named =
                "\"id\":\"%s\",\"iccid\":\"%s\"".formatted(population.carrierId(number), population.iccid(number));
        return isLimited() ? """
                {%s,"data_limit":{"used":%d,"total":%d,"type":"monthly","period":"202603","alert_threshold":null,\
                "resets_at":"2026-04-01T00:00:00.000Z"}}""".formatted(named, sum(count(at)), LIMIT) : "{" + named + "}";
    }

    /** The limit's bucket, as {@link Said} writes it. */
    String saidBucket(final Duration at) {
        return isLimited() ? Said.limited("DATA", LIMIT, LIMIT - sum(count(at))) : "";
    }

    private long bytes(final int record) {
        return 1 + Long.remainderUnsigned(Mix.of(population.seed(), number, 13, record), 100_000_000L);
    }

    private int step() {
        return SHORTEST_STEP + Mix.below(STEPS, population.seed(), number, 14);
    }
}
