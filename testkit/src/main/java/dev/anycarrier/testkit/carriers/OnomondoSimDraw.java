package dev.anycarrier.testkit.carriers;

import dev.anycarrier.testkit.Draw;
import dev.anycarrier.usage.Iccid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws one SIM of Onomondo: its sessions of the last two months, cut into increments, and its limit. */
final class OnomondoSimDraw {

    private static final Duration INCREMENT = Duration.ofMinutes(15);
    private static final int JITTER_SECONDS = 20;
    private static final int MOST_INCREMENTS = 8;
    private static final List<String> NETWORK_TYPES = List.of("4G", "4G", "4G", "3G", "2G");
    private static final int MEGABYTE = 1_000_000;

    private final Draw draw;
    private final OnomondoMonth month;
    private final String id;
    private final Iccid iccid;

    OnomondoSimDraw(final Draw draw, final OnomondoMonth month, final String id, final Iccid iccid) {
        this.draw = draw;
        this.month = month;
        this.id = id;
        this.iccid = iccid;
    }

    /** A SIM with up to about {@code increments} records. */
    OnomondoSim sim(final OnomondoSimKind kind, final int increments) {
        final List<OnomondoRecord> records = kind.used() ? records(increments) : List.of();
        return new OnomondoSim(
                id, iccid, records, kind.limit().map(telling -> dataLimit(kind, telling, records)), month);
    }

    private List<OnomondoRecord> records(final int increments) {
        final List<OnomondoNetwork> networks = Stream.generate(() -> draw.any(OnomondoNetwork.ALL))
                .limit(draw.oneIn(4) ? 3 : 1)
                .toList();
        final List<OnomondoRecord> records = new ArrayList<>();
        if (draw.oneIn(5)) {
            addSession(records, month.start().minus(INCREMENT.multipliedBy(2)), 0, 3, draw.any(networks));
        }
        final int wanted = draw.between(increments / 2, increments);
        for (int drawn = 0; drawn < wanted; ) {
            final int length = draw.between(1, MOST_INCREMENTS);
            addSession(records, anyTime(), JITTER_SECONDS, length, draw.any(networks));
            drawn += length;
        }
        return records.stream()
                .filter(usage -> !usage.time().isAfter(month.now()))
                .sorted(OnomondoRecord.BY_TIME)
                .toList();
    }

    private void addSession(
            final List<OnomondoRecord> records,
            final Instant start,
            final int jitterSeconds,
            final int length,
            final OnomondoNetwork network) {
        final String session = draw.uuid();
        final String networkType = draw.any(NETWORK_TYPES);
        for (int i = 1; i <= length; i++) {
            final Instant time = start.plus(INCREMENT.multipliedBy(i)).plusSeconds(draw.between(0, jitterSeconds));
            final int bytes = draw.below(1 << draw.between(4, 24));
            records.add(new OnomondoRecord(time, draw.uuid(), id, iccid, session, bytes, networkType, network));
        }
    }

    private Instant anyTime() {
        final Duration history = Duration.between(month.historyStart(), month.end());
        return month.historyStart().plusSeconds(draw.below(Math.toIntExact(history.toSeconds())));
    }

    private OnomondoDataLimit dataLimit(
            final OnomondoSimKind kind, final OnomondoDataLimit.Telling telling, final List<OnomondoRecord> records) {
        final long used = OnomondoSim.usedIn(month, records);
        final long roomy = (used / MEGABYTE + draw.between(1, 50)) * MEGABYTE;
        final long total = kind == OnomondoSimKind.LIMIT_REACHED && used > 0 ? used : roomy;
        final boolean told = kind != OnomondoSimKind.LIMITED_BUT_NOT_COUNTED;
        return new OnomondoDataLimit(total, told ? Optional.of(used) : Optional.empty(), month, telling);
    }
}
