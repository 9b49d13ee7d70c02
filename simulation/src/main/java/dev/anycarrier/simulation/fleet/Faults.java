package dev.anycarrier.simulation.fleet;

import dev.anycarrier.simulation.fleet.FaultKind.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What goes wrong in one story. Whether a request is hit depends on nothing but the request's number, so that one fault
 * less leaves the others as they are.
 *
 * @param all every fault
 */
public record Faults(List<Fault> all) {

    private static final int MOST = 12;
    private static final int LONGEST_BETWEEN = 90_000;
    private static final long LONG_HOLD = 600_000;
    private static final long MIDDLE_AMOUNT = 5_000;

    /** Copies them. */
    public Faults {
        all = List.copyOf(all);
    }

    /** Nothing goes wrong. */
    public static Faults none() {
        return new Faults(List.of());
    }

    /**
     * Draws some.
     *
     * @param accounts those there are, by the provider's name
     * @param length how long the story is, about
     */
    public static Faults draw(final RandomGenerator random, final Map<String, String> accounts, final Duration length) {
        final List<Fault> drawn = new ArrayList<>();
        final int count = random.nextInt(MOST + 1);
        final FaultKind[] kinds = FaultKind.values();
        for (int number = 0; number < count; number++) {
            final FaultKind kind = random.nextInt(12) == 0 ? FaultKind.KILL : kinds[random.nextInt(kinds.length)];
            final List<String> possible = accounts.entrySet().stream()
                    .filter(account -> has(account.getValue(), kind.place()))
                    .map(Map.Entry::getKey)
                    .toList();
            final boolean follows = number > 0 && random.nextInt(3) == 0;
            final String account =
                    follows && possible.contains(drawn.get(number - 1).account())
                            ? drawn.get(number - 1).account()
                            : possible.get(random.nextInt(possible.size()));
            final long millis = length.toMillis();
            final long from = follows
                    ? start(drawn.get(number - 1), random)
                    : random.nextInt(4) == 0 ? 0 : random.nextLong(millis * 9 / 10);
            final long span = random.nextInt(3) == 0 ? millis : 1 + random.nextLong(Math.max(1, millis / 3));
            final int oneIn = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(4);
            drawn.add(new Fault(
                    number,
                    kind,
                    account,
                    Duration.ofMillis(from),
                    Duration.ofMillis(span),
                    oneIn,
                    amount(kind, random)));
        }
        return new Faults(drawn);
    }

    /** Trouble seldom comes alone: right after the other began, or around its end. */
    private static long start(final Fault before, final RandomGenerator random) {
        return random.nextBoolean()
                ? before.from().toMillis() + random.nextLong(LONGEST_BETWEEN)
                : Math.max(0, before.end().toMillis() + random.nextLong(LONGEST_BETWEEN) - LONGEST_BETWEEN / 2);
    }

    /**
     * Two faults of which the second meets a state that the first brings about.
     *
     * @param first what brings it about
     * @param second what meets it
     */
    public static Faults staged(
            final FaultKind first, final FaultKind second, final String account, final Duration length) {
        final Duration quarter = length.dividedBy(4);
        final boolean outage = first.place() == Place.EXCHANGE;
        final Duration later = quarter.plusSeconds(outage ? 120 : 31);
        return new Faults(List.of(
                new Fault(0, first, account, quarter, outage ? quarter : Duration.ofSeconds(30), 1, LONG_HOLD),
                new Fault(1, second, account, later, quarter.multipliedBy(2), 1, MIDDLE_AMOUNT)));
    }

    private static boolean has(final String provider, final Place place) {
        return switch (place) {
            case PAGE -> provider.equals("onomondo");
            case TOKEN -> !provider.equals("onomondo");
            default -> true;
        };
    }

    /** All but one. */
    public Faults without(final Fault fault) {
        return new Faults(all.stream().filter(other -> !other.equals(fault)).toList());
    }

    /** Those with these numbers. */
    public Faults only(final Collection<Integer> numbers) {
        return new Faults(
                all.stream().filter(fault -> numbers.contains(fault.number())).toList());
    }

    /** Those on our side, in the order of time. */
    public List<Fault> ofClient() {
        return all.stream()
                .filter(fault -> fault.kind().place() == Place.CLIENT)
                .sorted((one, other) -> one.from().compareTo(other.from()))
                .toList();
    }

    /** Whether a fault of that kind is on now. */
    public Optional<Fault> on(final FaultKind kind, final Duration now) {
        return all.stream()
                .filter(fault -> fault.kind() == kind)
                .filter(fault -> now.compareTo(fault.from()) >= 0 && now.compareTo(fault.end()) < 0)
                .findFirst();
    }

    /** The fault of that place that hits a request, or empty. */
    Optional<Fault> hitting(final Place place, final String account, final Duration now, final long request) {
        for (final Fault fault : all) {
            if (fault.kind().place() == place && fault.hits(account, now, request)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private static long amount(final FaultKind kind, final RandomGenerator random) {
        return switch (kind) {
            case LATENCY -> 100 + random.nextLong(9_000);
            case LATE_WRITE -> 100 + random.nextLong(6_000);
            case STATUS_503_WAIT, TOKEN_THROTTLED -> 1_000 * (1 + random.nextLong(120));
            case THROTTLED_SIM, THROTTLED_ACCOUNT, THROTTLED_DATE -> 1_000 * (1 + random.nextLong(600));
            case OLDER_VALUE -> 60_000 + random.nextLong(1_200_000);
            case WALL_CLOCK -> (random.nextBoolean() ? 1 : -1) * (random.nextBoolean() ? 3_600_000L : 86_400_000L);
            case SUSPEND -> 1_000 + random.nextLong(3_600_000);
            case STATE_SLOW -> 10 + random.nextLong(3_000);
            default -> random.nextLong(1_000);
        };
    }
}
