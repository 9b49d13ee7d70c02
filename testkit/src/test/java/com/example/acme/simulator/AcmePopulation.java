package com.example.acme.simulator;

import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Draws what there is at Acme: every ten orders hold one of each kind. */
record AcmePopulation(
        String partnerKey,
        String accountKey,
        List<AcmeOrder> orders,
        List<AcmeEvent> events,
        Map<String, Quantity> fleets) {

    private static final int KINDS = 10;
    private static final int FLEETS = 3;
    private static final List<Service> SERVICES = List.of(Service.values());
    private static final Duration PAST = Duration.ofDays(60);

    /** One byte more than a double can tell from its neighbours. */
    private static final long BEYOND_DOUBLE = (1L << 53) + 1;

    static AcmePopulation draw(final SimulatorOptions options) {
        final SplittableRandom random = new SplittableRandom(options.seed());
        final Instant now = options.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        final String partnerKey = "partner-" + Long.toHexString(random.nextLong() | Long.MIN_VALUE);
        final String accountKey = "account-" + Long.toHexString(random.nextLong() | Long.MIN_VALUE);
        final List<AcmeOrder> orders = new ArrayList<>();
        final List<AcmeEvent> events = new ArrayList<>();
        final Map<String, Quantity> fleets = new TreeMap<>();
        for (int number = 0; number < options.sims(); number++) {
            final AcmeOrder order = order(number, random, now);
            orders.add(order);
            final List<AcmeEvent> own = events(order.id(), random, now);
            events.addAll(own);
            fleets.merge("fleet-" + (1 + number % FLEETS), data(own), Quantity::plus);
        }
        fleets.put("fleet-" + (1 + FLEETS), Quantity.bytes(0));
        events.sort(Comparator.comparingLong(AcmeEvent::at).thenComparing(AcmeEvent::id));
        return new AcmePopulation(partnerKey, accountKey, List.copyOf(orders), List.copyOf(events), fleets);
    }

    private static AcmeOrder order(final int number, final SplittableRandom random, final Instant now) {
        final CarrierSimId id = CarrierSimId.of("ORD-%05d.%s"
                .formatted(number, Long.toString(random.nextLong(1L << 40, 1L << 50), 36)));
        final TimePeriod current =
                TimePeriod.between(now.minus(Duration.ofDays(9)), now.plus(Duration.ofDays(1 + random.nextInt(30))));
        final Optional<TimePeriod> past =
                Optional.of(TimePeriod.between(now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(60))));
        final Draft draft = new Draft(random, Optional.of(current));
        return switch (number % KINDS) {
            case 0 -> new AcmeOrder(id, SimStatus.ACTIVE, List.of(draft.data("d1"), draft.data("d2")), false);
            case 1 -> new AcmeOrder(id, SimStatus.ACTIVE, List.of(draft.unlimited("u1"), draft.voice("v1")), false);
            case 2 -> new AcmeOrder(id, SimStatus.ACTIVE, List.of(draft.byUse("m1"), draft.messages("t1")), false);
            case 3 -> new AcmeOrder(id, SimStatus.ACTIVE, List.of(draft.huge("h1", BEYOND_DOUBLE)), false);
            case 4 -> new AcmeOrder(id, SimStatus.NOT_ACTIVE, List.of(draft.waiting("w1")), false);
            case 5 -> new AcmeOrder(id, SimStatus.SUSPENDED, List.of(draft.data("d1"), draft.voice("v1")), false);
            case 6 -> new AcmeOrder(id, SimStatus.EXHAUSTED, List.of(draft.spent("s1")), false);
            case 7 -> new AcmeOrder(id, SimStatus.EXPIRED, List.of(new Draft(random, past).over("o1")), false);
            case 8 -> new AcmeOrder(id, SimStatus.UNKNOWN, List.of(), false);
            default -> new AcmeOrder(id, SimStatus.TERMINATED, List.of(), true);
        };
    }

    private static List<AcmeEvent> events(final CarrierSimId order, final SplittableRandom random, final Instant now) {
        final List<AcmeEvent> events = new ArrayList<>();
        for (int count = random.nextInt(30); count > 0; count--) {
            final boolean abroad = random.nextInt(4) == 0;
            events.add(new AcmeEvent(
                    "ev-" + Long.toHexString(random.nextLong()),
                    order,
                    SERVICES.get(random.nextInt(SERVICES.size())),
                    1 + random.nextInt(50_000_000),
                    now.getEpochSecond() - random.nextLong(PAST.toSeconds()),
                    abroad ? "SE" : "DK",
                    abroad ? "24001" : "23806"));
        }
        return events;
    }

    private static Quantity data(final List<AcmeEvent> events) {
        return Quantity.bytes(events.stream()
                .filter(event -> event.service() == Service.DATA)
                .mapToLong(AcmeEvent::used)
                .sum());
    }

    /** Packages of one validity. */
    private record Draft(SplittableRandom random, Optional<TimePeriod> validity) {

        AcmePackage data(final String id) {
            return limited(id, Service.DATA, 1 + random.nextLong(50_000_000_000L));
        }

        AcmePackage voice(final String id) {
            return limited(id, Service.VOICE, 60 + random.nextLong(6000));
        }

        AcmePackage messages(final String id) {
            return limited(id, Service.MESSAGE, 10 + random.nextLong(90));
        }

        AcmePackage huge(final String id, final long total) {
            return of(id, Service.DATA, limitedTo(Service.DATA, total), random.nextLong(total), BucketStatus.ACTIVE);
        }

        AcmePackage unlimited(final String id) {
            return of(id, Service.DATA, Allowance.unlimited(), random.nextLong(1L << 40), BucketStatus.ACTIVE);
        }

        AcmePackage byUse(final String id) {
            return of(id, Service.DATA, Allowance.unknown(), random.nextLong(1L << 40), BucketStatus.ACTIVE);
        }

        AcmePackage waiting(final String id) {
            return new AcmePackage(
                    id,
                    Service.DATA,
                    limitedTo(Service.DATA, 2_049_500_000),
                    0,
                    BucketStatus.NOT_ACTIVE,
                    Optional.empty());
        }

        AcmePackage spent(final String id) {
            return of(id, Service.DATA, limitedTo(Service.DATA, 2_049_500_000), 2_049_500_000, BucketStatus.EXHAUSTED);
        }

        AcmePackage over(final String id) {
            return of(id, Service.DATA, limitedTo(Service.DATA, 1_000_001), 1, BucketStatus.EXPIRED);
        }

        private AcmePackage limited(final String id, final Service service, final long total) {
            final long used = random.nextLong(total);
            return of(id, service, limitedTo(service, total), used, BucketStatus.ACTIVE);
        }

        private AcmePackage of(
                final String id,
                final Service service,
                final Allowance allowance,
                final long used,
                final BucketStatus status) {
            return new AcmePackage(id, service, allowance, used, status, validity);
        }

        private static Allowance limitedTo(final Service service, final long total) {
            return Allowance.limited(new Quantity(total, service.unit()));
        }
    }
}
