package dev.anycarrier.cluster.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.UsageChange;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.cluster.sweep.SimLines.PlacedSim;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Failed;
import dev.anycarrier.sweep.SweepOutcome.Read;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeCodecTest {

    private static final SimRef SIM = SimRef.parse("acme-eu:8944465400000217735");
    private static final UsageReport REPORT = new UsageReport(
            "acme",
            "acme-eu",
            SIM.sim(),
            SimStatus.ACTIVE,
            Optional.of("läuft"),
            List.of(Bucket.limited(Service.DATA, Quantity.bytes(2L << 30), Quantity.bytes(1L << 30))),
            List.of(),
            Instant.parse("2026-11-27T00:00:01.123456Z"),
            Optional.empty(),
            Optional.of(Duration.ofMinutes(15)),
            List.of());
    private final UsageException failure = UsageException.unavailable(UnavailableCause.CARRIER_ERROR, "it broke")
            .question("the usage of 8944…7735")
            .account("acme-eu")
            .provider("acme")
            .status(503)
            .carrierCode("E-1")
            .retryable(false)
            .notBefore(Instant.parse("2026-11-27T00:15:00Z"))
            .limitScope(LimitScope.SIM)
            .resumeAt(Optional.of("next"))
            .correlationId("c-1")
            .build();

    private final OutcomeCodec codec = new OutcomeCodec();

    @Test
    void a_fresh_result_comes_back_as_it_was() {
        final Read outcome = new Read(
                SIM,
                7,
                new UsageResult.Fresh(
                        REPORT,
                        Duration.ofNanos(1_000_000_001),
                        List.of(new UsageChange(
                                Service.DATA, Optional.of("b"), UsageChange.Kind.USED, Quantity.bytes(9)))));
        assertThat(again(outcome)).isEqualTo(outcome);
    }

    @Test
    void a_stale_result_comes_back_with_its_cause() {
        final UsageResult.Stale result =
                new UsageResult.Stale(REPORT, Duration.ofHours(1), List.of(), Optional.of(failure));
        final Read read = (Read) again(new Read(SIM, 7, result));
        final UsageResult.Stale stale = (UsageResult.Stale) read.result();
        assertThat(stale.report()).isEqualTo(REPORT);
        assertThat(stale.age()).isEqualTo(Duration.ofHours(1));
        assertThat(stale.cause().orElseThrow()).hasMessage(failure.getMessage());
    }

    @Test
    void a_failure_comes_back_with_all_its_parts() {
        final UsageException back = ((Failed) again(new Failed(SIM, 7, failure))).failure();
        assertThat(back)
                .usingRecursiveComparison()
                .ignoringFields("stackTrace", "suppressedExceptions")
                .isEqualTo(failure);
        assertThat(back).hasMessage(failure.getMessage());
        final UsageException plain =
                UsageException.of(Kind.NOT_FOUND, "unknown").build();
        assertThat(((Failed) again(new Failed(SIM, 7, plain))).failure()).hasMessage(plain.getMessage());
    }

    @Test
    void a_skipped_one_keeps_its_reason() {
        final Skipped outcome = new Skipped(SIM, 7, Reason.UNKNOWN_ACCOUNT);
        assertThat(again(outcome)).isEqualTo(outcome);
    }

    @Test
    void a_usual_report_takes_few_bytes() {
        final Read outcome = new Read(SIM, 7, new UsageResult.Fresh(REPORT, Duration.ZERO, List.of()));
        assertThat(codec.write(0, outcome).body()).hasSizeLessThan(150);
    }

    @Test
    void damaged_bytes_are_refused() {
        final KeptOutcome kept =
                codec.write(0, new Read(SIM, 7, new UsageResult.Fresh(REPORT, Duration.ZERO, List.of())));
        for (int length = 0; length < kept.body().length; length++) {
            final byte[] cut = Arrays.copyOf(kept.body(), length);
            assertThatThrownBy(() -> codec.read(new KeptOutcome(0, kept.kind(), cut), SIM, 7))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        final byte[] other = kept.body().clone();
        other[0] = 99;
        assertThatThrownBy(() -> codec.read(new KeptOutcome(0, kept.kind(), other), SIM, 7))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_lines_of_a_chunk_say_which_sims_and_where_they_stood() {
        assertThat(SimLines.read("one", "5i8944465400000217735\nc8944465400000217735\n3c0x.1-_"))
                .containsExactly(
                        new PlacedSim(new SimRef("one", new Iccid("8944465400000217735")), 0, 4),
                        new PlacedSim(new SimRef("one", new CarrierSimId("8944465400000217735")), 1, 5),
                        new PlacedSim(new SimRef("one", new CarrierSimId("0x.1-_")), 2, 8));
        assertThat(SimLines.line(new Iccid("8944465400000217735"))).isEqualTo("i8944465400000217735");
        assertThatThrownBy(() -> SimLines.read("one", "123")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SimLines.read("one", "z1")).isInstanceOf(IllegalStateException.class);
    }

    private SweepOutcome again(final SweepOutcome outcome) {
        return codec.read(codec.write(3, outcome), outcome.sim(), outcome.position());
    }
}
