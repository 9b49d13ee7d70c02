package dev.anycarrier.testkit.template;

import dev.anycarrier.testkit.Draw;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws the SIMs of a carrier that has what its traits say. */
final class SimDraw {

    private final CarrierTraits traits;
    private final Draw draw;
    private final AmountDraw amounts;
    private final ValidityDraw validities;
    private final Set<SimId> taken = new HashSet<>();

    SimDraw(final CarrierTraits traits, final Draw draw, final int sims, final Instant now) {
        this.traits = traits;
        this.draw = draw;
        this.amounts = new AmountDraw(draw.split(), sims);
        this.validities = new ValidityDraw(draw.split(), traits.validity(), startOfMonth(now));
    }

    /** So many SIMs, and in each round of them every kind. */
    List<SimTruth> sims(final int count) {
        final List<SimTruth> sims = new ArrayList<>(count);
        while (sims.size() < count) {
            final List<SimPlan> round = SimPlan.round(draw, traits.kinds());
            round.subList(0, Math.min(round.size(), count - sims.size())).forEach(plan -> sims.add(sim(plan)));
        }
        return sims;
    }

    /** An identifier that no SIM has. */
    SimId newName() {
        SimId name = traits.naming().draw(draw);
        while (!taken.add(name)) {
            name = traits.naming().draw(draw);
        }
        return name;
    }

    private SimTruth sim(final SimPlan plan) {
        final SimId name = newName();
        if (plan.kind() == SimKind.GONE) {
            return new SimTruth(name, plan.kind().status(), List.of(), List.of(), true);
        }
        return new SimTruth(name, plan.kind().status(), buckets(plan), counters(plan), false);
    }

    private List<Bucket> buckets(final SimPlan plan) {
        final Optional<TimePeriod> validity = validity(plan.kind());
        final List<Bucket> buckets = new ArrayList<>();
        for (final ServiceAmounts service : traits.buckets()) {
            final boolean first = service.equals(traits.buckets().get(0));
            if (!service.optional() || !plan.bare()) {
                buckets.add(first ? firstBucket(plan, service, validity) : laterBucket(plan, service, validity));
            }
        }
        return buckets;
    }

    private Bucket firstBucket(final SimPlan plan, final ServiceAmounts service, final Optional<TimePeriod> validity) {
        return switch (plan.kind()) {
            case UNLIMITED ->
                withoutTotal(
                        service,
                        Allowance.unlimited(),
                        traits.useWithoutLimit() ? Optional.of(used(service)) : Optional.empty(),
                        validity);
            case UNKNOWN_ALLOWANCE -> withoutTotal(service, Allowance.unknown(), Optional.of(used(service)), validity);
            default -> limited(plan.kind(), service, plan.edge(), validity);
        };
    }

    /** What makes a SIM unused or used up is so of all its services; other edges are about the first. */
    private Bucket laterBucket(final SimPlan plan, final ServiceAmounts service, final Optional<TimePeriod> validity) {
        return limited(plan.kind(), service, plan.kind() == SimKind.ACTIVE ? AmountEdge.NONE : plan.edge(), validity);
    }

    private Quantity used(final ServiceAmounts service) {
        return service.quantity(amounts.used(service, AmountEdge.NONE));
    }

    private static Bucket withoutTotal(
            final ServiceAmounts service,
            final Allowance allowance,
            final Optional<Quantity> used,
            final Optional<TimePeriod> validity) {
        return new Bucket(
                Optional.empty(), service.service(), allowance, Optional.empty(), used, BucketStatus.ACTIVE, validity);
    }

    private Bucket limited(
            final SimKind kind,
            final ServiceAmounts service,
            final AmountEdge edge,
            final Optional<TimePeriod> validity) {
        final Split split = amounts.split(service, edge);
        return new Bucket(
                Optional.empty(),
                service.service(),
                Allowance.limited(service.quantity(split.total())),
                Optional.of(service.quantity(split.remaining())),
                Optional.of(service.quantity(split.used())),
                status(kind, split.remaining() == 0),
                validity);
    }

    /** A carrier that has a word for the SIM alone means this by it: what is blocked can neither be used nor is it over. */
    private static BucketStatus status(final SimKind kind, final boolean nothingLeft) {
        return switch (kind) {
            case NOT_ACTIVE -> BucketStatus.NOT_ACTIVE;
            case EXPIRED, TERMINATED -> BucketStatus.EXPIRED;
            case SUSPENDED, UNLISTED_STATUS -> nothingLeft ? BucketStatus.EXHAUSTED : BucketStatus.UNKNOWN;
            default -> nothingLeft ? BucketStatus.EXHAUSTED : BucketStatus.ACTIVE;
        };
    }

    private List<UsageCounter> counters(final SimPlan plan) {
        return traits.counters().stream()
                .filter(service -> !service.optional() || !plan.bare())
                .map(service -> new UsageCounter(
                        service.service(), service.quantity(amounts.used(service, plan.edge())), Optional.empty()))
                .toList();
    }

    private Optional<TimePeriod> validity(final SimKind kind) {
        return switch (kind) {
            case NOT_ACTIVE -> Optional.empty();
            case EXPIRED, TERMINATED -> validities.past();
            default -> validities.current();
        };
    }

    private static Instant startOfMonth(final Instant now) {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC))
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
