package dev.anycarrier.engine.sweep;

import static dev.anycarrier.engine.sweep.Sweeps.positions;
import static dev.anycarrier.engine.sweep.Sweeps.run;
import static dev.anycarrier.engine.sweep.Sweeps.sims;
import static dev.anycarrier.engine.sweep.Sweeps.upTo;
import static dev.anycarrier.engine.sweep.Sweeps.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Read;
import dev.anycarrier.sweep.SweepSource;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RecordsSweepTest {

    private static final Instant WITHIN = Instant.parse("2026-02-01T00:00:00Z");
    private static final TimePeriod MONTH =
            TimePeriod.between(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"));
    private static final SweepPlan PLAN = SweepPlan.defaults().withSource(SweepSource.RECORDS);

    private final ManualTime time = new ManualTime();
    private final Ports ports = Ports.system().withTime(time).withThreads(new LeapingThreads(time));
    private final List<SweepOutcome> outcomes = new ArrayList<>();

    @Test
    void the_records_of_the_month_are_summed_by_sim_and_service() {
        final Iccid iccid = Iccid.of("8944465400000217735");
        final FakeAccount account = recording(
                record("1", CarrierSimId.of("sim-0"), Optional.empty(), Service.DATA, 5, WITHIN),
                record("2", CarrierSimId.of("sim-0"), Optional.empty(), Service.DATA, 7, WITHIN),
                record("3", CarrierSimId.of("sim-0"), Optional.empty(), Service.MESSAGE, 1, WITHIN),
                record("4", CarrierSimId.of("other"), Optional.of(iccid), Service.DATA, 0, WITHIN),
                record("5", CarrierSimId.of("sim-0"), Optional.empty(), Service.DATA, 9, WITHIN.minusNanos(1)));
        final List<SimRef> sims =
                List.of(Sweeps.sim("one", 0), new SimRef("one", iccid), new SimRef("one", CarrierSimId.of("none")));

        run(sims, PLAN, ports, account).run(outcomes::add);

        assertThat(outcomes).hasSize(3);
        assertThat(report(0).counters())
                .containsExactly(
                        new UsageCounter(Service.DATA, Quantity.bytes(12), Optional.of(MONTH)),
                        new UsageCounter(Service.MESSAGE, Quantity.messages(1), Optional.of(MONTH)));
        assertThat(report(0).status()).isEqualTo(SimStatus.UNKNOWN);
        assertThat(report(0).buckets()).isEmpty();
        assertThat(report(0).warnings()).isEmpty();
        assertThat(report(1).counters())
                .containsExactly(new UsageCounter(Service.DATA, Quantity.bytes(0), Optional.of(MONTH)));
        assertThat(report(2).counters()).isEmpty();
        assertThat(report(2).warnings()).extracting(UsageWarning::kind).containsExactly(UsageWarning.Kind.NO_RECORDS);
        assertThat(account.asked).hasValue(0);
    }

    @Test
    void a_carrier_without_records_is_asked_about_each_sim() {
        final FakeAccount none = new FakeAccount("none", 2);
        final FakeAccount unsupported = new FakeAccount("unsupported", 2).recording(() -> {
            throw Sweeps.failure(Kind.UNSUPPORTED);
        });

        run(sims(100, "none", "unsupported"), PLAN, ports, none, unsupported).run(outcomes::add);

        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", 100L));
        assertThat(none.asked).hasValue(50);
        assertThat(unsupported.asked).hasValue(50);
    }

    @Test
    void a_sum_that_is_too_large_is_invalid_data_of_that_sim_alone() {
        final FakeAccount account = recording(
                record("1", CarrierSimId.of("sim-0"), Optional.empty(), Service.DATA, Long.MAX_VALUE, WITHIN),
                record("2", CarrierSimId.of("sim-0"), Optional.empty(), Service.DATA, 1, WITHIN),
                record("3", CarrierSimId.of("sim-1"), Optional.empty(), Service.DATA, Long.MAX_VALUE, WITHIN));

        run(sims(2, "one"), PLAN, ports, account).run(outcomes::add);

        assertThat(words(outcomes)).isEqualTo(Map.of("INVALID_DATA", 1L, "Fresh", 1L));
        assertThat(report(1).counters().get(0).used()).isEqualTo(Quantity.bytes(Long.MAX_VALUE));
    }

    @Test
    void a_walk_that_fails_fails_every_sim_of_its_chunk() {
        final FakeAccount account = new FakeAccount("one", 2)
                .recording(() -> Optional.of(Stream.of(1, 2).map(number -> {
                    throw Sweeps.failure(Kind.PROTOCOL);
                })));

        run(sims(10, "one"), PLAN, ports, account).run(outcomes::add);

        assertThat(words(outcomes)).isEqualTo(Map.of("PROTOCOL", 10L));
    }

    @Test
    void a_walk_that_meets_a_limit_waits_and_begins_anew() {
        final FakeAccount account = new FakeAccount("one", 2);
        account.recording(() -> Optional.of(Stream.of(1).map(number -> {
            if (account.walks.get() < 4) {
                throw UsageException.of(Kind.TOO_MANY_REQUESTS, "drawn")
                        .notBefore(time.instant().plus(Duration.ofMinutes(5)))
                        .build();
            }
            return record("1", CarrierSimId.of("sim-0"), Optional.empty(), Service.DATA, 5, WITHIN);
        })));

        final Duration elapsed =
                run(sims(10, "one"), PLAN, ports, account).run(outcomes::add).elapsed();

        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", 10L));
        assertThat(report(0).counters().get(0).used()).isEqualTo(Quantity.bytes(5));
        assertThat(elapsed).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    }

    @Test
    void one_walk_serves_a_hundred_thousand_sims_and_closes_its_stream() {
        final CountDownLatch closed = new CountDownLatch(3);
        final FakeAccount account = new FakeAccount("one", 2);
        account.recording(() -> Optional.of(LongStream.range(0, 1000)
                .mapToObj(number -> record(
                        "r" + number, CarrierSimId.of("sim-" + number), Optional.empty(), Service.DATA, 1, WITHIN))
                .onClose(closed::countDown)));

        run(sims(120_000, "one"), PLAN, ports, account).run(outcomes::add);

        assertThat(positions(outcomes)).isEqualTo(upTo(120_000));
        // One to see whether there are records, and one for each chunk.
        assertThat(account.walks).hasValue(3);
        assertThat(closed.getCount()).isZero();
    }

    @Test
    void cancelling_ends_a_walk_and_skips_its_chunk() {
        final CountDownLatch walking = new CountDownLatch(1);
        final FakeAccount account = new FakeAccount("one", 2);
        account.recording(() -> Optional.of(Stream.generate(() -> {
            walking.countDown();
            return record("1", CarrierSimId.of("sim-0"), Optional.empty(), Service.DATA, 0, WITHIN);
        })));
        final SweepRun run = run(sims(100, "one"), PLAN, ports, account);
        final Thread canceller = new Thread(() -> {
            try {
                walking.await();
                run.cancel();
            } catch (final InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        canceller.start();

        run.run(outcomes::add);

        assertThat(words(outcomes)).isEqualTo(Map.of("CANCELLED", 100L));
    }

    private UsageReport report(final long position) {
        return outcomes.stream()
                .filter(outcome -> outcome.position() == position)
                .map(outcome -> ((UsageResult.Fresh) ((Read) outcome).result()).report())
                .findFirst()
                .orElseThrow();
    }

    private static FakeAccount recording(final UsageRecord... records) {
        return new FakeAccount("one", 2).recording(() -> Optional.of(Stream.of(records)));
    }

    private static UsageRecord record(
            final String id,
            final SimId sim,
            final Optional<Iccid> iccid,
            final Service service,
            final long amount,
            final Instant at) {
        return new UsageRecord(
                id, sim, iccid, Optional.empty(), service, new Quantity(amount, service.unit()), at, Optional.empty());
    }
}
