package com.example.acme;

import com.example.acme.wire.OrderPackages;
import com.example.acme.wire.PackageUse;
import dev.anycarrier.http.CarrierUnit;
import dev.anycarrier.http.InvalidData;
import dev.anycarrier.http.StatusWords;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the packages of an order as a report. */
final class AcmePackages {

    private static final StatusWords ORDER_STATES = new StatusWords(Map.of(
            "WAITING", SimStatus.NOT_ACTIVE,
            "IN_USE", SimStatus.ACTIVE,
            "PAUSED", SimStatus.SUSPENDED,
            "USED_UP", SimStatus.EXHAUSTED,
            "ENDED", SimStatus.EXPIRED));

    private static final Map<String, BucketStatus> PACKAGE_STATES = Map.of(
            "waiting", BucketStatus.NOT_ACTIVE,
            "open", BucketStatus.ACTIVE,
            "spent", BucketStatus.EXHAUSTED,
            "over", BucketStatus.EXPIRED);

    private AcmePackages() {}

    static UsageReport report(final OrderPackages answer, final CarrierSimId order, final ProviderContext context) {
        if (!answer.order().equals(order.value())) {
            throw InvalidData.of("the answer is about another order than the one asked for");
        }
        final List<UsageWarning> warnings = new ArrayList<>();
        try {
            return new UsageReport(
                    AcmeProviderFactory.ID,
                    context.account(),
                    order,
                    ORDER_STATES.read(answer.state(), warnings::add),
                    Optional.of(answer.state()),
                    buckets(answer.packages(), warnings::add),
                    List.of(),
                    context.clock().instant(),
                    Optional.of(AcmeTimes.withOffset("data.as_of", answer.asOf())),
                    Optional.empty(),
                    warnings);
        } catch (final IllegalArgumentException e) {
            throw InvalidData.of("two packages have the same id");
        }
    }

    private static List<Bucket> buckets(final List<PackageUse> packages, final Consumer<UsageWarning> warnings) {
        final List<Bucket> buckets = new ArrayList<>(packages.size());
        for (int index = 0; index < packages.size(); index++) {
            buckets.add(bucket("data.packages[" + index + "].", packages.get(index), warnings));
        }
        return buckets;
    }

    private static Bucket bucket(final String path, final PackageUse use, final Consumer<UsageWarning> warnings) {
        final Service service = AcmeUnits.service(path + "service", use.service());
        final CarrierUnit unit = AcmeUnits.unit(path + "unit", use.unit(), service);
        final Quantity used = unit.roundUp(path + "used", use.used(), warnings);
        final Allowance allowance = allowance(path, use, unit, warnings);
        return new Bucket(
                Optional.of(use.id()),
                service,
                allowance,
                remaining(path, allowance, used),
                Optional.of(used),
                PACKAGE_STATES.getOrDefault(use.state(), BucketStatus.UNKNOWN),
                validity(path, use));
    }

    /** Unlimited by the flag alone: Acme sends {@code "0"} as what is granted then. */
    private static Allowance allowance(
            final String path, final PackageUse use, final CarrierUnit unit, final Consumer<UsageWarning> warnings) {
        if (use.unlimited()) {
            return Allowance.unlimited();
        }
        return use.granted() == null
                ? Allowance.unknown()
                : Allowance.limited(unit.roundUp(path + "granted", use.granted(), warnings));
    }

    /** Acme counts up: what is left is for us to say, and only where there is a total. */
    private static Optional<Quantity> remaining(final String path, final Allowance allowance, final Quantity used) {
        if (!(allowance instanceof Allowance.Limited limited)) {
            return Optional.empty();
        }
        if (used.compareTo(limited.total()) > 0) {
            throw InvalidData.field(path + "used", "exceeds what is granted");
        }
        return Optional.of(limited.total().minus(used));
    }

    private static Optional<TimePeriod> validity(final String path, final PackageUse use) {
        if (use.begins() == null || use.ends() == null) {
            return Optional.empty();
        }
        if (use.ends() < use.begins()) {
            throw InvalidData.field(path + "ends", "is before the package begins");
        }
        return Optional.of(TimePeriod.between(
                AcmeTimes.epochSeconds(path + "begins", use.begins()),
                AcmeTimes.epochSeconds(path + "ends", use.ends())));
    }
}
