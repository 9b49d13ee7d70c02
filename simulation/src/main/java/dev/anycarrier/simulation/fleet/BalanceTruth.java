package dev.anycarrier.simulation.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a SIM of Airalo or PressOne has at one moment. Usage grows in steps; some SIMs get a new package at a time of
 * theirs and begin anew.
 *
 * @param kind what kind of SIM it is
 * @param total megabytes bought
 * @param used megabytes used
 * @param minutes minutes bought, or 0
 * @param minutesUsed minutes used
 * @param expiredAt the carrier's text
 */
record BalanceTruth(Kind kind, long total, long used, long minutes, long minutesUsed, String expiredAt) {

    private static final long MEBIBYTE = 1_048_576;
    private static final long SECONDS_A_MINUTE = 60;
    private static final int STEPS_SECONDS = 97;
    private static final int LONGEST_UNTIL_RESET = 7_200;

    enum Kind {
        ACTIVE,
        UNLIMITED,
        NOT_ACTIVE,
        EXPIRED,
        RECYCLED,
        GONE
    }

    static BalanceTruth of(final Population population, final long number, final Duration at) {
        final long seed = population.seed();
        final Kind kind = kind(Mix.below(20, seed, number, 1));
        final long reset = 600L + Mix.below(LONGEST_UNTIL_RESET, seed, number, 2);
        final boolean renews = Mix.below(4, seed, number, 3) == 0;
        final long seconds = Math.max(0, at.toSeconds());
        final boolean renewed = renews && seconds >= reset;
        final long steps = (renewed ? seconds - reset : seconds) / STEPS_SECONDS;
        final long total = 1_024L + Mix.below(50_000, seed, number, 4) + (renewed ? 50_001 : 0);
        final long start = renewed ? 0 : Mix.below(700, seed, number, 5);
        final long used =
                kind == Kind.NOT_ACTIVE ? 0 : Math.min(total, start + steps * (1 + Mix.below(9, seed, number, 6)));
        final long minutes = Mix.below(3, seed, number, 7) == 0 ? 30 + Mix.below(200, seed, number, 8) : 0;
        final long minutesUsed = kind == Kind.NOT_ACTIVE || minutes == 0
                ? 0
                : Math.min(minutes, Mix.below(20, seed, number, 9) + steps / 5);
        return new BalanceTruth(
                kind, total, used, minutes, minutesUsed, renewed ? "2027-05-01 00:00:00" : "2027-04-01 00:00:00");
    }

    private static Kind kind(final int drawn) {
        return switch (drawn) {
            case 0 -> Kind.GONE;
            case 1 -> Kind.RECYCLED;
            case 2, 3 -> Kind.UNLIMITED;
            case 4 -> Kind.NOT_ACTIVE;
            case 5 -> Kind.EXPIRED;
            default -> Kind.ACTIVE;
        };
    }

    /** The same with a little less used, as a carrier that corrects itself says. */
    BalanceTruth lower() {
        return new BalanceTruth(kind, total, used / 2, minutes, minutesUsed / 2, expiredAt);
    }

    String json() {
        if (kind == Kind.RECYCLED) {
            return """
                    {"data":{"remaining":0,"total":0,"expired_at":null,"is_unlimited":null,"status":"RECYCLED",\
                    "remaining_voice":0,"remaining_text":0,"total_voice":0,"total_text":0}}""";
        }
        final boolean unlimited = kind == Kind.UNLIMITED;
        return """
                {"data":{"remaining":%d,"total":%d,"expired_at":"%s","is_unlimited":%b,"status":"%s",\
                "remaining_voice":%d,"remaining_text":0,"total_voice":%d,"total_text":0}}""".formatted(
                        unlimited ? 0 : total - used,
                        unlimited ? 0 : total,
                        expiredAt,
                        unlimited,
                        unlimited ? "ACTIVE" : kind.name(),
                        minutes - minutesUsed,
                        minutes);
    }

    /** As {@link Said} writes it. */
    String said() {
        if (kind == Kind.RECYCLED) {
            return "";
        }
        final List<String> buckets = new ArrayList<>();
        buckets.add(
                kind == Kind.UNLIMITED
                        ? Said.unlimited("DATA")
                        : Said.limited("DATA", total * MEBIBYTE, (total - used) * MEBIBYTE));
        if (minutes > 0) {
            buckets.add(Said.limited("VOICE", minutes * SECONDS_A_MINUTE, (minutes - minutesUsed) * SECONDS_A_MINUTE));
        }
        return Said.all(buckets);
    }
}
