package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageChange;
import dev.anycarrier.call.UsageChange.Kind;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a value stands to the one before, and to the time when it was true. */
class ChangeFaultTest {

    private static final long MEBIBYTE = 1L << 20;

    @Test
    @Fault("SEM-02")
    void usage_that_becomes_less_is_a_correction_and_usage_that_begins_at_zero_a_reset() {
        Scene.play(scene -> {
            final CarrierAccount airalo = scene.account("airalo");
            assertThat(asked(scene, airalo, Reply.balance(1024)).changes()).isEmpty();
            assertThat(asked(scene, airalo, Reply.balance(1000)).changes())
                    .containsExactly(change(Kind.USED, 24 * MEBIBYTE));
            assertThat(asked(scene, airalo, Reply.balance(1500)).changes())
                    .containsExactly(change(Kind.CORRECTION, 500 * MEBIBYTE));
            assertThat(asked(scene, airalo, Reply.balance(2048)).changes()).containsExactly(change(Kind.RESET, 0));
        });
    }

    @Test
    @Fault("SEM-02")
    void less_usage_under_another_validity_is_a_reset() {
        Scene.play(scene -> {
            final CarrierAccount airalo = scene.account("airalo");
            asked(scene, airalo, Reply.balance(1024));
            final Reply renewed = Reply.ok(Reply.balance(2000).body().replace("2027-01-01", "2027-02-01"));
            assertThat(asked(scene, airalo, renewed).changes()).containsExactly(change(Kind.RESET, 48 * MEBIBYTE));
        });
    }

    @Test
    @Fault("SEM-02")
    void the_count_of_a_new_month_is_a_reset_whether_it_is_smaller_or_larger() {
        Scene.play(scene -> {
            final CarrierAccount onomondo = scene.account("onomondo");
            scene.answer(request -> request.path().startsWith("/sims/")
                    ? RecordJson.sim(Scene.SIM)
                    : RecordJson.lastPage(RecordJson.record("a", 700)));
            scene.pass(Duration.ofDays(17));
            onomondo.usage(Scene.SIM);
            scene.pass(Duration.ofHours(20));
            scene.answer(request -> request.path().startsWith("/sims/")
                    ? RecordJson.sim(Scene.SIM)
                    : RecordJson.lastPage(RecordJson.record("b", 900).replace("2026-03-14", "2026-04-01")));
            assertThat(onomondo.usage(Scene.SIM, CallOptions.defaults()).changes())
                    .containsExactly(change(Kind.RESET, 900));
        });
    }

    @Test
    @Fault("SEM-03")
    void a_value_that_was_true_earlier_never_replaces_one_that_was_true_later() {
        Scene.play(scene -> {
            final Instant noon = scene.simulation().ports().time().instant();
            final Deque<UsageReport> said = new ArrayDeque<>();
            scene.factory(Plugin.answering((context, sim) -> {
                final UsageReport good = Plugin.oneGibibyte(context, sim);
                return observed(good, said.isEmpty() ? noon : noon.minusSeconds(60), said.isEmpty() ? "new" : "old");
            }));
            final CarrierAccount account = scene.account("plugin", "maximum-age=1h");
            final CallOptions newest = CallOptions.defaults().withMaximumAge(Duration.ZERO);
            final UsageResult newer = account.usage(Scene.SIM, newest);
            said.add(newer.report());
            scene.pass(Duration.ofMinutes(1));
            final UsageResult later = account.usage(Scene.SIM, newest);
            assertThat(later.report()).isEqualTo(newer.report());
            assertThat(later.age()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
            assertThat(account.usage(Scene.SIM).carrierStatus()).contains("new");
        });
    }

    @Test
    @Fault("SEM-08")
    void a_value_that_has_been_frozen_for_days_is_shown_with_its_age_and_never_as_fresh() {
        Scene.play(scene -> {
            final Instant frozen = scene.simulation().ports().time().instant();
            scene.factory(Plugin.answering((context, sim) -> observed(Plugin.oneGibibyte(context, sim), frozen, "ON")));
            final CarrierAccount account = scene.account("plugin", "maximum-age=1h");
            assertThat(account.usage(Scene.SIM, CallOptions.defaults())).isInstanceOf(UsageResult.Fresh.class);
            scene.pass(Duration.ofDays(3));
            final UsageResult served =
                    account.usage(Scene.SIM, CallOptions.defaults().whenStale(WhenStale.SERVE));
            assertThat(served).isInstanceOfSatisfying(UsageResult.Stale.class, stale -> {
                assertThat(stale.age()).isGreaterThanOrEqualTo(Duration.ofDays(3));
                assertThat(stale.report().observedAt()).contains(frozen);
                assertThat(stale.report().fetchedAt()).isAfter(frozen.plus(Duration.ofDays(2)));
                assertThat(stale.cause()).as("it is the carrier's own").isEmpty();
                assertThat(stale.changes()).isEmpty();
            });
            final UsageException failure = Scene.failure(() -> account.usage(Scene.SIM));
            assertThat(failure.kind()).isEqualTo(UsageException.Kind.UNAVAILABLE);
            assertThat(failure.unavailableCause()).contains(UnavailableCause.CARRIER_ERROR);
        });
    }

    /** What an account says a while later, when the carrier answers so. */
    private static UsageResult asked(final Scene scene, final CarrierAccount account, final Reply reply) {
        scene.pass(Duration.ofHours(1));
        scene.answer(reply);
        return account.usage(Scene.SIM, CallOptions.defaults());
    }

    private static UsageChange change(final Kind kind, final long bytes) {
        return new UsageChange(Service.DATA, Optional.empty(), kind, Quantity.bytes(bytes));
    }

    private static UsageReport observed(final UsageReport report, final Instant at, final String word) {
        return new UsageReport(
                report.provider(),
                report.account(),
                report.sim(),
                SimStatus.ACTIVE,
                Optional.of(word),
                report.buckets(),
                report.counters(),
                report.fetchedAt(),
                Optional.of(at),
                report.carrierCacheTime(),
                List.of());
    }
}
