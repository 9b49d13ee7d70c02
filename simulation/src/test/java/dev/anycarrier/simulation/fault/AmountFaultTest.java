package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.http.Balance;
import dev.anycarrier.http.CarrierUnit;
import dev.anycarrier.http.UnitWords;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.Unit;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Amounts that mean nothing, or contradict each other. */
class AmountFaultTest {

    private static final UnitWords WORDS = new UnitWords(Map.of(
            "KB", new CarrierUnit(Unit.BYTES, 1_000),
            "KiB", new CarrierUnit(Unit.BYTES, 1_024),
            "MB", CarrierUnit.MEGABYTE));

    @Test
    @Fault("SEM-04")
    void an_amount_is_read_in_the_unit_beside_it_whichever_that_is_this_time() {
        Scene.play(scene -> {
            final AtomicReference<String> unit = new AtomicReference<>("MB");
            scene.factory(Plugin.answering((context, sim) -> named(context, sim, unit.get())));
            final CarrierAccount account = scene.account("plugin");
            assertThat(total(account)).isEqualTo(Quantity.bytes(5_000_000));
            unit.set("KB");
            assertThat(total(account)).isEqualTo(Quantity.bytes(5_000));
            unit.set("KiB");
            assertThat(total(account)).isEqualTo(Quantity.bytes(5_120));
        });
    }

    @Test
    @Fault("SEM-04")
    void an_amount_without_a_unit_or_in_one_that_nobody_knows_is_no_amount() {
        Scene.play(scene -> {
            final AtomicReference<String> unit = new AtomicReference<>("");
            scene.factory(Plugin.answering((context, sim) -> named(context, sim, unit.get())));
            final CarrierAccount account = scene.account("plugin");
            for (final String word : List.of("", "  ", "mb", "GB", "blocks")) {
                unit.set(word);
                final UsageException failure = Scene.failure(() -> account.usage(Scene.SIM));
                assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
                assertThat(failure).hasMessageContaining("unit");
            }
        });
    }

    @Test
    @Fault("SEM-06")
    void more_left_or_used_than_the_total_is_no_answer() {
        Scene.play(scene -> {
            scene.answer(Reply.balance(2049));
            assertThat(Scene.failure(() -> scene.account("airalo").usage(Scene.SIM))
                            .kind())
                    .isEqualTo(Kind.INVALID_DATA);
            scene.answer(request -> request.path().startsWith("/sims/")
                    ? RecordJson.limitedSim("1001", "1000")
                    : RecordJson.lastPage());
            assertThat(Scene.failure(() -> scene.account("onomondo").usage(Scene.SIM))
                            .kind())
                    .isEqualTo(Kind.INVALID_DATA);
        });
    }

    @Test
    @Fault("SEM-06")
    void a_total_of_zero_is_zero_null_is_unknown_and_unlimited_is_what_the_flag_says_alone() {
        Scene.play(scene -> {
            final CarrierAccount airalo = scene.account("airalo");
            final String body = Reply.balance(0).body();
            scene.answer(Reply.ok(body.replace("\"total\":2048", "\"total\":0")));
            final UsageReport nothing = airalo.usage(Scene.SIM);
            assertThat(nothing.buckets()).extracting(Bucket::service).containsExactly(Service.DATA);
            assertThat(nothing.buckets().get(0).allowance()).isEqualTo(Allowance.limited(Quantity.bytes(0)));
            scene.answer(Reply.ok(body.replace("\"is_unlimited\":false", "\"is_unlimited\":true")));
            final Bucket unlimited = airalo.usage(Scene.OTHER_SIM).buckets().get(0);
            assertThat(unlimited.allowance()).isEqualTo(Allowance.unlimited());
            assertThat(unlimited.remaining()).isEmpty();
            scene.answer(request -> request.path().startsWith("/sims/")
                    ? RecordJson.limitedSim("null", "null")
                    : RecordJson.lastPage());
            final Bucket unknown =
                    scene.account("onomondo").usage(Scene.SIM).buckets().get(0);
            assertThat(unknown.allowance()).isEqualTo(Allowance.unknown());
            assertThat(unknown.used()).isEmpty();
        });
    }

    @Test
    @Fault("SEM-07")
    void a_period_that_ends_before_it_starts_and_one_bucket_twice_are_no_answers() {
        Scene.play(scene -> {
            scene.answer(request -> request.path().startsWith("/sims/")
                    ? Reply.ok(RecordJson.limitedSim("1", "2").body().replace("2026-04-01", "2026-02-01"))
                    : RecordJson.lastPage());
            assertThat(Scene.failure(() -> scene.account("onomondo").usage(Scene.SIM))
                            .kind())
                    .isEqualTo(Kind.INVALID_DATA);
            final Bucket bucket = Bucket.limited(Service.DATA, Quantity.bytes(2), Quantity.bytes(1))
                    .withId("p");
            final Instant now = scene.simulation().ports().time().instant();
            final Deque<Supplier<List<Bucket>>> answers = new ArrayDeque<>(List.of(
                    () -> List.of(bucket),
                    () -> List.of(bucket, bucket),
                    () -> List.of(bucket.withValidity(TimePeriod.between(now, now.minusSeconds(1))))));
            scene.factory(Plugin.answering(
                    (context, sim) -> with(context, sim, answers.remove().get())));
            final CarrierAccount account = scene.account("plugin");
            assertThat(account.usage(Scene.SIM).buckets()).containsExactly(bucket);
            assertThat(Scene.failure(() -> account.usage(Scene.SIM)).kind()).isEqualTo(Kind.INVALID_DATA);
            assertThat(Scene.failure(() -> account.usage(Scene.SIM)).kind()).isEqualTo(Kind.INVALID_DATA);
            assertThat(answers).isEmpty();
        });
    }

    @Test
    @Fault("SEM-10")
    void of_one_record_that_is_listed_twice_with_other_amounts_the_first_counts_and_the_report_says_so() {
        Scene.play(scene -> {
            scene.answer(request -> request.path().startsWith("/sims/")
                    ? RecordJson.sim(Scene.SIM)
                    : RecordJson.lastPage(
                            RecordJson.record("a", 7), RecordJson.record("b", 1), RecordJson.record("a", 9)));
            final UsageReport report = scene.account("onomondo").usage(Scene.SIM);
            assertThat(report.counters().get(0).used()).isEqualTo(Quantity.bytes(8));
            assertThat(report.warnings()).extracting(UsageWarning::kind).contains(UsageWarning.Kind.INCONSISTENT);
        });
    }

    @Test
    @Fault("SEM-12")
    void where_used_and_remaining_do_not_add_up_each_stays_as_it_was_said_and_the_report_says_so() {
        Scene.play(scene -> {
            final Bucket bucket = bucket(100, 40, 30);
            scene.factory(Plugin.answering((context, sim) -> with(context, sim, List.of(bucket))));
            final UsageReport report = scene.account("plugin").usage(Scene.SIM);
            assertThat(report.buckets()).containsExactly(bucket);
            assertThat(report.warnings())
                    .extracting(UsageWarning::kind)
                    .containsExactly(UsageWarning.Kind.INCONSISTENT);
        });
    }

    @Test
    @Fault("SEM-12")
    void a_byte_that_rounding_explains_is_no_contradiction() {
        Scene.play(scene -> {
            scene.factory(Plugin.answering((context, sim) -> with(context, sim, List.of(bucket(100, 40, 59)))));
            assertThat(scene.account("plugin").usage(Scene.SIM).warnings()).isEmpty();
        });
    }

    @Test
    @Fault("SEM-12")
    void the_sum_of_the_records_and_what_the_limit_counts_are_two_numbers_and_neither_is_made_of_the_other() {
        Scene.play(scene -> {
            scene.answer(request -> request.path().startsWith("/sims/")
                    ? RecordJson.limitedSim("500", "1000")
                    : RecordJson.lastPage(RecordJson.record("a", 7)));
            final UsageReport report = scene.account("onomondo").usage(Scene.SIM);
            assertThat(report.counters().get(0).used()).isEqualTo(Quantity.bytes(7));
            assertThat(report.buckets().get(0).used()).contains(Quantity.bytes(500));
        });
    }

    private static Quantity total(final CarrierAccount account) {
        final Allowance allowance = account.usage(Scene.SIM).buckets().get(0).allowance();
        return ((Allowance.Limited) allowance).total();
    }

    private static UsageReport named(final ProviderContext context, final SimId sim, final String unit) {
        final CarrierUnit read = WORDS.read("unit", unit);
        final Balance balance = new Balance(
                Service.DATA,
                read,
                new Balance.Amount("total", BigDecimal.valueOf(5)),
                new Balance.Amount("remaining", BigDecimal.ONE));
        return with(context, sim, List.of(balance.bucket(warning -> {})));
    }

    private static Bucket bucket(final long total, final long remaining, final long used) {
        return new Bucket(
                Optional.empty(),
                Service.DATA,
                Allowance.limited(Quantity.bytes(total)),
                Optional.of(Quantity.bytes(remaining)),
                Optional.of(Quantity.bytes(used)),
                BucketStatus.ACTIVE,
                Optional.empty());
    }

    private static UsageReport with(final ProviderContext context, final SimId sim, final List<Bucket> buckets) {
        final UsageReport good = Plugin.oneGibibyte(context, sim);
        return new UsageReport(
                good.provider(),
                good.account(),
                sim,
                good.status(),
                good.carrierStatus(),
                buckets,
                good.counters(),
                good.fetchedAt(),
                good.observedAt(),
                good.carrierCacheTime(),
                good.warnings());
    }
}
