package dev.anycarrier.simulation.law;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.Priority;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.simulation.fleet.CarrierLimits;
import dev.anycarrier.simulation.fleet.CarrierLimits.Allowed;
import dev.anycarrier.simulation.fleet.CarrierOptions;
import dev.anycarrier.simulation.fleet.FaultKind;
import dev.anycarrier.simulation.fleet.FaultKind.Place;
import dev.anycarrier.simulation.fleet.Faults;
import dev.anycarrier.simulation.fleet.Population;
import dev.anycarrier.simulation.law.PlannedSweep.Target;
import dev.anycarrier.sweep.SweepSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What happens under one seed, but for the order in which threads take turns.
 *
 * @param seed what it was drawn from
 * @param length how long the clients ask, about
 * @param carriers what the carriers are like
 * @param clients the questions of each client
 * @param sweep a sweep besides
 * @param reads when the account's records are read, since the start; empty if they are not
 * @param faults what goes wrong
 */
public record Story(
        long seed,
        Duration length,
        List<CarrierOptions> carriers,
        List<List<PlannedCall>> clients,
        Optional<PlannedSweep> sweep,
        Optional<Duration> reads,
        Faults faults) {

    static final String UNKNOWN_ACCOUNT = "nobody";

    private static final int MOST_CLIENTS = 5;
    private static final int MOST_CALLS = 18;
    private static final int MOST_SWEPT = 40;
    private static final int STAGED_SIMS = 60;
    private static final int STAGED_CLIENTS = 5;
    private static final int STAGED_CALLS = 25;
    private static final Duration STAGED_LENGTH = Duration.ofMinutes(20);
    private static final Duration STAGED_LIFETIME = Duration.ofMinutes(2);

    /** Draws one: of three stories two are free, and one is staged so that a rare pair of troubles meets. */
    public static Story of(final long seed) {
        return seed % 3 == 2 ? staged(seed) : free(seed);
    }

    private static Story staged(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final FaultKind[] kinds = FaultKind.values();
        final int pair = (int) (seed / 3 % (2L * kinds.length));
        final FaultKind second = kinds[pair / 2];
        final boolean held = pair % 2 == 0;
        final FaultKind first = held ? FaultKind.THROTTLED_SIM : FaultKind.STATUS_500;
        final String provider = second.place() == Place.PAGE ? "onomondo" : held ? "airalo" : "pressone";
        final List<CarrierOptions> carriers = carriers(seed, random.split()).stream()
                .map(carrier -> carrier.staged(STAGED_SIMS, STAGED_LIFETIME))
                .toList();
        final List<CarrierOptions> main = carriers.stream()
                .filter(carrier -> carrier.provider().equals(provider))
                .toList();
        final List<List<PlannedCall>> clients = new ArrayList<>();
        for (int client = 0; client < STAGED_CLIENTS; client++) {
            clients.add(calls(main, STAGED_CALLS, STAGED_LENGTH, random));
        }
        return new Story(
                seed,
                STAGED_LENGTH,
                carriers,
                clients,
                random.nextBoolean() ? Optional.of(sweep(carriers, STAGED_LENGTH, random)) : Optional.empty(),
                Optional.empty(),
                Faults.staged(first, second, main.get(0).account(), STAGED_LENGTH));
    }

    private static List<PlannedCall> calls(
            final List<CarrierOptions> carriers,
            final int count,
            final Duration length,
            final SplittableRandom random) {
        final List<PlannedCall> calls = new ArrayList<>();
        for (int call = 0; call < count; call++) {
            final CarrierOptions carrier = carriers.get(random.nextInt(carriers.size()));
            calls.add(new PlannedCall(
                    Duration.ofMillis(random.nextLong(2 * length.toMillis() / count)),
                    carrier.account(),
                    random.nextLong(carrier.population().size()),
                    options(random)));
        }
        return List.copyOf(calls);
    }

    private static Story free(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final Duration length = Duration.ofSeconds(60 + random.nextInt(random.nextInt(3) == 0 ? 10_000 : 1_500));
        final List<CarrierOptions> carriers = carriers(seed, random.split());
        final SplittableRandom ofClients = random.split();
        final List<List<PlannedCall>> clients = new ArrayList<>();
        final int count = 1 + ofClients.nextInt(MOST_CLIENTS);
        final List<CarrierOptions> favourites =
                ofClients.nextInt(3) == 0 ? List.of(carriers.get(ofClients.nextInt(carriers.size()))) : carriers;
        for (int client = 0; client < count; client++) {
            clients.add(calls(carriers, favourites, length, ofClients));
        }
        if (ofClients.nextInt(3) == 0) {
            rush(clients, target(carriers, ofClients), Duration.ofMillis(ofClients.nextLong(length.toMillis())));
        }
        final SplittableRandom ofSweep = random.split();
        final Optional<PlannedSweep> sweep =
                ofSweep.nextInt(2) == 0 ? Optional.of(sweep(carriers, length, ofSweep)) : Optional.empty();
        final Optional<Duration> reads = ofSweep.nextInt(3) == 0
                ? Optional.of(Duration.ofSeconds(ofSweep.nextLong(length.toSeconds())))
                : Optional.empty();
        final Map<String, String> accounts = new LinkedHashMap<>();
        carriers.forEach(carrier -> accounts.put(carrier.account(), carrier.provider()));
        return new Story(seed, length, carriers, clients, sweep, reads, Faults.draw(random.split(), accounts, length));
    }

    /** The same with other faults. */
    public Story with(final Faults other) {
        return new Story(seed, length, carriers, clients, sweep, reads, other);
    }

    private static List<CarrierOptions> carriers(final long seed, final SplittableRandom random) {
        return List.of(
                new CarrierOptions(
                        "airalo-eu",
                        "airalo",
                        population(seed, 11, random),
                        new CarrierLimits(
                                Optional.of(new Allowed(1, Duration.ofMinutes(15))),
                                Optional.of(new Allowed(random.nextBoolean() ? 5 : 2, Duration.ofSeconds(1))),
                                Optional.of(new Allowed(3, Duration.ofMinutes(1)))),
                        lifetime(random),
                        1_000),
                new CarrierOptions(
                        "pressone",
                        "pressone",
                        population(seed, 12, random),
                        new CarrierLimits(
                                Optional.of(
                                        random.nextBoolean()
                                                ? new Allowed(100, Duration.ofMinutes(1))
                                                : new Allowed(2, Duration.ofMinutes(1))),
                                Optional.empty(),
                                Optional.of(new Allowed(3, Duration.ofMinutes(1)))),
                        lifetime(random),
                        1_000),
                new CarrierOptions(
                        "onomondo",
                        "onomondo",
                        population(seed, 13, random),
                        new CarrierLimits(
                                Optional.empty(),
                                Optional.of(
                                        random.nextBoolean()
                                                ? new Allowed(600, Duration.ofMinutes(1))
                                                : new Allowed(8, Duration.ofSeconds(10))),
                                Optional.empty()),
                        Duration.ofDays(1),
                        1 + random.nextInt(6)));
    }

    private static Population population(final long seed, final int operator, final SplittableRandom random) {
        return new Population(seed * 100 + operator, operator, 3 + random.nextInt(random.nextInt(3) == 0 ? 40 : 6));
    }

    private static Duration lifetime(final SplittableRandom random) {
        return random.nextInt(3) == 0 ? Duration.ofDays(366) : Duration.ofSeconds(120 + random.nextInt(3_600));
    }

    private static List<PlannedCall> calls(
            final List<CarrierOptions> carriers,
            final List<CarrierOptions> favourites,
            final Duration length,
            final SplittableRandom random) {
        final List<PlannedCall> calls = new ArrayList<>();
        final int count = 1 + random.nextInt(MOST_CALLS);
        for (int call = 0; call < count; call++) {
            final Target target = target(random.nextInt(4) == 0 ? carriers : favourites, random);
            final long most = random.nextInt(3) == 0 ? 50 : 2 * length.toMillis() / count;
            calls.add(new PlannedCall(
                    Duration.ofMillis(random.nextLong(Math.max(1, most))),
                    target.account(),
                    target.sim(),
                    options(random)));
        }
        return List.copyOf(calls);
    }

    /** All begin with the same question at the same time. */
    private static void rush(final List<List<PlannedCall>> clients, final Target target, final Duration when) {
        clients.replaceAll(calls -> {
            final List<PlannedCall> rushing = new ArrayList<>(calls);
            final PlannedCall first = calls.get(0);
            rushing.set(0, new PlannedCall(when, target.account(), target.sim(), first.options()));
            return List.copyOf(rushing);
        });
    }

    /** The first SIMs are asked about most. */
    private static Target target(final List<CarrierOptions> carriers, final SplittableRandom random) {
        final CarrierOptions carrier = carriers.get(random.nextInt(carriers.size()));
        final int size = (int) carrier.population().size();
        return new Target(carrier.account(), random.nextInt(1 + random.nextInt(size + 1)));
    }

    private static CallOptions options(final SplittableRandom random) {
        CallOptions options = CallOptions.defaults();
        options = switch (random.nextInt(8)) {
            case 0 -> options.withDeadline(Duration.ofMillis(1 + random.nextInt(2_000)));
            case 1 -> options.withDeadline(Duration.ofSeconds(5));
            case 2 -> options.withDeadline(Duration.ofMinutes(20));
            case 3 -> options.withDeadline(Duration.ZERO);
            default -> options;
        };
        options = switch (random.nextInt(4)) {
            case 0 -> options.withMaximumAge(Duration.ZERO);
            case 1 -> options.withMaximumAge(Duration.ofSeconds(random.nextInt(4_000)));
            default -> options;
        };
        options = switch (random.nextInt(3)) {
            case 0 -> options.whenStale(WhenStale.FAIL);
            case 1 -> options.whenStale(WhenStale.SERVE);
            default -> options;
        };
        return random.nextInt(4) == 0 ? options.withPriority(Priority.SWEEP) : options;
    }

    private static PlannedSweep sweep(
            final List<CarrierOptions> carriers, final Duration length, final SplittableRandom random) {
        final List<Target> sims = new ArrayList<>();
        final int count = random.nextInt(MOST_SWEPT);
        for (int sim = 0; sim < count; sim++) {
            sims.add(random.nextInt(25) == 0 ? new Target(UNKNOWN_ACCOUNT, sim) : target(carriers, random));
        }
        return new PlannedSweep(
                Duration.ofMillis(random.nextLong(length.toMillis())),
                List.copyOf(sims),
                random.nextInt(4) == 0 ? SweepSource.RECORDS : SweepSource.USAGE,
                random.nextInt(3) == 0 ? Duration.ofSeconds(10 + random.nextInt(600)) : Duration.ofHours(12));
    }
}
