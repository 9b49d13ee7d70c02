package dev.anycarrier.engine.state;

import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Reports of every shape that the model admits, drawn from a seed. */
public final class DrawnReports {

    private static final String[] TEXTS = {
        "",
        "x",
        "a \"quote\" and \\",
        "two\nlines\r\t\0",
        "ünïcödé ✓ 😀",
        "\ud800 alone",
        "\u2028\u0085",
        "{\"account\":"
    };

    private final Random random;

    /** Draws from a seed. */
    public DrawnReports(final long seed) {
        random = new Random(seed);
    }

    /** The next report. */
    public UsageReport next() {
        return new UsageReport(
                text(),
                text(),
                sim(),
                any(SimStatus.values()),
                maybe(this::text),
                buckets(),
                list(this::counter),
                instant(),
                maybe(this::instant),
                maybe(this::duration),
                list(() -> new UsageWarning(any(UsageWarning.Kind.values()), text())));
    }

    SimId sim() {
        final StringBuilder digits = new StringBuilder();
        final int length = 17 + random.nextInt(6);
        while (digits.length() < length) {
            digits.append(random.nextInt(10));
        }
        return random.nextBoolean()
                ? new Iccid(digits.toString())
                : new CarrierSimId(any(digits.toString(), "000000001", "A-b_c.d", "z"));
    }

    Instant instant() {
        return any(
                Instant.MIN,
                Instant.MAX,
                Instant.EPOCH,
                Instant.parse("2026-11-25T20:00:00Z"),
                Instant.ofEpochSecond(random.nextLong() >> 30, random.nextInt(1_000_000_000)));
    }

    String text() {
        return any(TEXTS);
    }

    private Duration duration() {
        return any(
                Duration.ZERO,
                Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
                Duration.ofSeconds(Long.MIN_VALUE),
                Duration.ofMinutes(20),
                Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000)));
    }

    private List<Bucket> buckets() {
        final List<Bucket> buckets = list(this::bucket);
        final List<Bucket> distinct = new ArrayList<>();
        for (final Bucket bucket : buckets) {
            distinct.add(bucket.id().isPresent() ? bucket.withId(bucket.id().get() + distinct.size()) : bucket);
        }
        return distinct;
    }

    private Bucket bucket() {
        final Service service = any(Service.values());
        final Quantity total = quantity(service, Long.MAX_VALUE);
        final Allowance allowance = any(Allowance.limited(total), Allowance.unlimited(), Allowance.unknown());
        final long most = allowance instanceof Allowance.Limited ? total.amount() : Long.MAX_VALUE;
        return new Bucket(
                maybe(this::text),
                service,
                allowance,
                allowance instanceof Allowance.Unlimited ? Optional.empty() : maybe(() -> quantity(service, most)),
                maybe(() -> quantity(service, most)),
                any(BucketStatus.values()),
                maybe(this::period));
    }

    private UsageCounter counter() {
        final Service service = any(Service.values());
        return new UsageCounter(service, quantity(service, Long.MAX_VALUE), maybe(this::period));
    }

    private Quantity quantity(final Service service, final long most) {
        return new Quantity(any(0L, most, random.nextLong(most == 0 ? 1 : most)), service.unit());
    }

    private TimePeriod period() {
        final Instant one = instant();
        final Instant other = instant();
        return new TimePeriod(
                maybe(() -> one.isBefore(other) ? one : other), maybe(() -> one.isBefore(other) ? other : one));
    }

    private <T> List<T> list(final Supplier<T> element) {
        final List<T> list = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            list.add(element.get());
        }
        return list;
    }

    private <T> Optional<T> maybe(final Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    @SafeVarargs
    private <T> T any(final T... values) {
        return values[random.nextInt(values.length)];
    }
}
