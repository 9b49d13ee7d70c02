package dev.anycarrier.testkit.conformance;

import dev.anycarrier.http.InvalidData;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Ways to be wrong about numbers. */
final class NumberSaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                    "STATUS-01",
                    "takes a SIM that is paused for active",
                    () -> AcmeWith.report(report -> Altered.report(
                            report,
                            parts -> parts.status =
                                    parts.status == SimStatus.SUSPENDED ? SimStatus.ACTIVE : parts.status))),
            Saboteur.of("NUMBERS-01", "counts 1 048 576 bytes to a megabyte", () -> eachBucket(NumberSaboteurs::binary))
                    .andMayBreak("NUMBERS-16", "NUMBERS-17"),
            Saboteur.of(
                            "NUMBERS-01",
                            "has what is used and what is left change places",
                            () -> eachBucket(bucket -> bucket.remaining().isEmpty()
                                    ? bucket
                                    : with(bucket, bucket.allowance(), bucket.used(), bucket.remaining())))
                    .andMayBreak("NUMBERS-11", "NUMBERS-17"),
            Saboteur.of(
                            "NUMBERS-01",
                            "calculates with doubles",
                            () -> eachBucket(bucket -> with(
                                    bucket,
                                    bucket.allowance() instanceof Allowance.Limited limited
                                            ? Allowance.limited(asDouble(limited.total()))
                                            : bucket.allowance(),
                                    bucket.remaining(),
                                    bucket.used())))
                    .andMayBreak("NUMBERS-16", "NUMBERS-17"),
            Saboteur.of(
                    "NUMBERS-02",
                    "makes counters out of buckets",
                    () -> AcmeWith.report(report -> Altered.report(
                            report,
                            parts -> report.buckets().stream()
                                    .flatMap(bucket -> bucket.used().stream()
                                            .map(used -> new UsageCounter(bucket.service(), used, Optional.empty())))
                                    .forEach(parts.counters::add)))),
            Saboteur.of(
                            "NUMBERS-03",
                            "does not look at the clock",
                            () -> AcmeWith.report(
                                    report -> Altered.report(report, parts -> parts.fetchedAt = Instant.EPOCH)))
                    .andMayBreak("NUMBERS-23"),
            Saboteur.of(
                    "NUMBERS-04",
                    "refuses what it does not know",
                    () -> AcmeWith.answers(answer -> {
                        if (Answers.body(answer).contains("kit_unknown")) {
                            throw InvalidData.of("the answer has a field that nobody has documented");
                        }
                        return answer;
                    })),
            Saboteur.of("NUMBERS-05", "counts a byte more each time it is asked", () -> eachBucket(new Growing()::more))
                    .andMayBreak(
                            "NUMBERS-01",
                            "NUMBERS-04",
                            "NUMBERS-08",
                            "NUMBERS-09",
                            "NUMBERS-10",
                            "NUMBERS-11",
                            "NUMBERS-13",
                            "NUMBERS-14",
                            "NUMBERS-20"),
            Saboteur.of(
                            "NUMBERS-06",
                            "believes the zero beside the flag",
                            () -> eachBucket(bucket -> bucket.allowance() instanceof Allowance.Unlimited
                                    ? Bucket.limited(bucket.service(), zero(bucket), zero(bucket))
                                            .withId(bucket.id().orElseThrow())
                                    : bucket))
                    .andMayBreak("NUMBERS-01", "NUMBERS-07", "NUMBERS-12"),
            Saboteur.of(
                            "NUMBERS-07",
                            "gives every SIM a voice bucket of zero seconds",
                            () -> AcmeWith.report(report -> Altered.report(report, parts -> {
                                if (report.buckets(Service.VOICE).isEmpty()) {
                                    parts.buckets.add(
                                            Bucket.limited(Service.VOICE, Quantity.seconds(0), Quantity.seconds(0)));
                                }
                            })))
                    .andMayBreak("NUMBERS-01"),
            Saboteur.of(
                    "STATUS-02", "reports on SIMs that are gone", () -> AcmeWith.usage(NumberSaboteurs::evenIfGone)));

    private NumberSaboteurs() {}

    private static UsageProviderFactory eachBucket(final UnaryOperator<Bucket> change) {
        return AcmeWith.report(report -> Altered.report(report, parts -> parts.buckets.replaceAll(change)));
    }

    private static Bucket binary(final Bucket bucket) {
        return bucket.service() != Service.DATA
                ? bucket
                : with(
                        bucket,
                        bucket.allowance() instanceof Allowance.Limited limited
                                ? Allowance.limited(binary(limited.total()))
                                : bucket.allowance(),
                        bucket.remaining().map(NumberSaboteurs::binary),
                        bucket.used().map(NumberSaboteurs::binary));
    }

    private static Quantity binary(final Quantity decimal) {
        return Quantity.bytes(Math.multiplyExact(decimal.amount() / 1_000_000, 1_048_576L));
    }

    private static Quantity asDouble(final Quantity exact) {
        return new Quantity((long) (double) exact.amount(), exact.unit());
    }

    private static Quantity zero(final Bucket bucket) {
        return Quantity.zero(bucket.service().unit());
    }

    private static Bucket with(
            final Bucket bucket,
            final Allowance allowance,
            final Optional<Quantity> remaining,
            final Optional<Quantity> used) {
        return new Bucket(
                bucket.id(), bucket.service(), allowance, remaining, used, bucket.status(), bucket.validity());
    }

    private static UsageReport evenIfGone(final UsageProvider acme, final SimId sim) {
        try {
            return acme.usage(sim);
        } catch (final UsageException e) {
            if (e.kind() == Kind.GONE) {
                return Altered.empty(sim, SimStatus.TERMINATED);
            }
            throw e;
        }
    }

    private static final class Growing {

        private final AtomicLong asked = new AtomicLong();

        Bucket more(final Bucket bucket) {
            return bucket.allowance() instanceof Allowance.Unlimited
                    ? bucket.withUsed(bucket.used().orElseThrow().plus(Quantity.bytes(asked.getAndIncrement())))
                    : bucket;
        }
    }
}
