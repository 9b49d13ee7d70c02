package dev.anycarrier.testing;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How a carrier in memory answers one request: what a SIM has, or a failure, and how late. Immutable. */
public final class ScriptedAnswer {

    private final UnaryOperator<UsageReport> report;
    private final Optional<UsageException> failure;
    private final Optional<Duration> retryAfter;
    private final Duration latency;

    private ScriptedAnswer(
            final UnaryOperator<UsageReport> report,
            final Optional<UsageException> failure,
            final Optional<Duration> retryAfter,
            final Duration latency) {
        this.report = report;
        this.failure = failure;
        this.retryAfter = retryAfter;
        this.latency = latency;
    }

    /** An active SIM that has these buckets. */
    public static ScriptedAnswer buckets(final Bucket... buckets) {
        final List<Bucket> copied = List.of(buckets);
        return report(empty -> withBuckets(empty, copied));
    }

    /**
     * An active SIM with one bucket of data.
     *
     * @param totalBytes what it grants
     * @param remainingBytes what is left
     * @throws IllegalArgumentException if more is left than there was, or an amount is negative
     */
    public static ScriptedAnswer data(final long totalBytes, final long remainingBytes) {
        return buckets(Bucket.limited(Service.DATA, Quantity.bytes(totalBytes), Quantity.bytes(remainingBytes)));
    }

    /**
     * Anything that can be reported.
     *
     * @param report makes the report from one that is right in provider, account, SIM and time, and has nothing else; the
     *     engine refuses one about another SIM
     */
    public static ScriptedAnswer report(final UnaryOperator<UsageReport> report) {
        return new ScriptedAnswer(
                Objects.requireNonNull(report, "report"), Optional.empty(), Optional.empty(), Duration.ZERO);
    }

    /**
     * A failure of this kind, retryable as the kind is. {@link Kind#UNAVAILABLE} is a carrier that answers with a server
     * error.
     *
     * @throws IllegalArgumentException for {@link Kind#DEADLINE_EXCEEDED} and {@link Kind#CANCELLED}, which no carrier
     *     answers: they come of {@link #after} and of interruption
     */
    public static ScriptedAnswer fails(final Kind kind) {
        return fails(
                kind == Kind.UNAVAILABLE
                        ? UsageException.unavailable(UnavailableCause.CARRIER_ERROR, "the script says so")
                                .build()
                        : UsageException.of(kind, "the script says so").build());
    }

    /**
     * This failure; question, account, provider and correlation id are added to it as to any other.
     *
     * @throws IllegalArgumentException as {@link #fails(Kind)}
     */
    public static ScriptedAnswer fails(final UsageException failure) {
        if (failure.kind() == Kind.DEADLINE_EXCEEDED || failure.kind() == Kind.CANCELLED) {
            throw new IllegalArgumentException("no carrier answers with " + failure.kind());
        }
        return new ScriptedAnswer(empty -> empty, Optional.of(failure), Optional.empty(), Duration.ZERO);
    }

    /**
     * {@link Kind#TOO_MANY_REQUESTS}, and when to come back: until then the engine sends nothing, as after a 429 with {@code
     * Retry-After}.
     *
     * @param retryAfter whole seconds; a part of one counts as one
     */
    public static ScriptedAnswer refuses(final Duration retryAfter) {
        return new ScriptedAnswer(
                empty -> empty,
                Optional.of(UsageException.of(Kind.TOO_MANY_REQUESTS, "the script says so")
                        .build()),
                Optional.of(retryAfter),
                Duration.ZERO);
    }

    /**
     * The same, so much later than the request. On the clock of the test: it takes no time. An attempt has {@code
     * attempt-timeout}, 10 seconds by default; beyond that it is {@link UnavailableCause#ATTEMPT_TIMEOUT}.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public ScriptedAnswer after(final Duration newLatency) {
        if (newLatency.isNegative()) {
            throw new IllegalArgumentException("an answer does not come before its request");
        }
        return new ScriptedAnswer(report, failure, retryAfter, newLatency);
    }

    UsageReport of(final UsageReport empty) {
        return report.apply(empty);
    }

    Optional<UsageException> failure() {
        return failure;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    Duration latency() {
        return latency;
    }

    private static UsageReport withBuckets(final UsageReport empty, final List<Bucket> buckets) {
        return new UsageReport(
                empty.provider(),
                empty.account(),
                empty.sim(),
                SimStatus.ACTIVE,
                empty.carrierStatus(),
                buckets,
                empty.counters(),
                empty.fetchedAt(),
                empty.observedAt(),
                empty.carrierCacheTime(),
                empty.warnings());
    }
}
