package dev.anycarrier.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.google.inject.name.Names;
import com.google.inject.util.Modules;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.guice.AnycarrierModule;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptedAccountsTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final String SIM = "8944465400000217735";

    private final ManualClock clock = ManualClock.startingAt(NOON);

    @Test
    void accounts_of_one_carrier_and_of_others_play_side_by_side() {
        final ScriptedCarrier eu = ScriptedCarrier.named("eu", "airalo").with(SIM, ScriptedAnswer.data(10, 1));
        final ScriptedCarrier us = ScriptedCarrier.named("us", "airalo").with(SIM, ScriptedAnswer.data(10, 2));
        final ScriptedCarrier other = ScriptedCarrier.named("other").with(SIM, ScriptedAnswer.fails(Kind.GONE));
        try (Anycarrier carriers = ScriptedCarrier.builder(clock, eu, us, other).build()) {
            assertThat(remaining(carriers, "eu")).isEqualTo(1);
            assertThat(remaining(carriers, "us")).isEqualTo(2);
            assertThatThrownBy(() -> remaining(carriers, "other")).isInstanceOf(UsageException.class);
            assertThat(carriers.providers().found()).extracting("id").containsExactlyInAnyOrder("airalo", "other");
        }
    }

    @Test
    void two_accounts_of_one_name_are_refused() {
        assertThatThrownBy(() -> ScriptedCarrier.builder(clock, ScriptedCarrier.named("a"), ScriptedCarrier.named("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a'");
    }

    @Test
    void records_come_page_by_page_and_only_those_that_are_asked_for() {
        final List<UsageRecord> all = IntStream.range(0, 250)
                .mapToObj(index -> new UsageRecord(
                        "record-" + index,
                        CarrierSimId.of(index % 2 == 0 ? "000000001" : "000000002"),
                        Optional.empty(),
                        Optional.empty(),
                        Service.DATA,
                        Quantity.bytes(index),
                        NOON.plusSeconds(index),
                        Optional.empty()))
                .toList();
        final ScriptedCarrier carrier = ScriptedCarrier.named("eu").withRecords(all);
        try (Anycarrier carriers = ScriptedCarrier.builder(clock, carrier).build()) {
            final CarrierAccount account = carriers.account("eu");
            final UsageRecordQuery query = UsageRecordQuery.between(NOON, NOON.plusSeconds(200));

            assertThat(account.records(query)).containsExactlyElementsOf(all.subList(0, 200));
            assertThat(account.records(query.of(CarrierSimId.of("000000002")))).hasSize(100);
            assertThat(account.usageBySim(query)).hasSize(2);
            assertThat(account.statistics().requests()).isEqualTo(9);
        }
    }

    @Test
    void a_carrier_without_records_says_so() {
        try (Anycarrier carriers =
                ScriptedCarrier.builder(clock, ScriptedCarrier.named("eu")).build()) {
            assertThatThrownBy(() ->
                            carriers.account("eu").usageBySim(UsageRecordQuery.between(NOON, NOON.plusSeconds(1))))
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.UNSUPPORTED));
        }
    }

    @Test
    void a_sweep_of_a_limited_carrier_takes_its_time_on_the_tests_clock() {
        final ScriptedCarrier carrier = ScriptedCarrier.named("eu")
                .otherwise(sim -> ScriptedAnswer.data(10, 1).after(Duration.ofMillis(100)))
                .withLimits(new RateLimit(LimitScope.ACCOUNT, 10, Duration.ofMinutes(1)));
        final List<SimRef> sims = IntStream.range(0, 100)
                .mapToObj(index -> new SimRef("eu", CarrierSimId.of("sim-" + index)))
                .toList();
        final List<SweepOutcome> outcomes = new ArrayList<>();
        try (Anycarrier carriers = ScriptedCarrier.builder(clock, carrier).build()) {
            carriers.sweep(sims).run(outcomes::add);
        }
        assertThat(outcomes).hasSize(100);
        assertThat(carrier.asked()).hasSize(100).doesNotHaveDuplicates();
        assertThat(clock.instant()).isBetween(NOON.plus(Duration.ofMinutes(9)), NOON.plus(Duration.ofMinutes(11)));
    }

    @Test
    void a_test_of_what_guice_puts_together_overrides_the_carriers_and_with_them_the_accounts() {
        final ScriptedCarrier carrier = ScriptedCarrier.named("airalo-eu").with(SIM, ScriptedAnswer.data(10, 3));
        try (Anycarrier carriers = ScriptedCarrier.builder(clock, carrier).build()) {
            final var injector = Guice.createInjector(
                    Modules.override(AnycarrierModule.of(Settings.of(Map.of())).binding("airalo-eu"))
                            .with(new AbstractModule() {
                                @Override
                                protected void configure() {
                                    bind(Anycarrier.class).toInstance(carriers);
                                }
                            }));

            assertThat(injector.getInstance(Key.get(CarrierAccount.class, Names.named("airalo-eu"))))
                    .isSameAs(carriers.account("airalo-eu"));
            assertThat(injector.getInstance(Key.get(new TypeLiteral<Map<String, CarrierAccount>>() {})))
                    .containsOnlyKeys("airalo-eu");
        }
    }

    private static long remaining(final Anycarrier carriers, final String account) {
        return carriers.usage(SimRef.parse(account + ":" + SIM))
                .buckets()
                .get(0)
                .remaining()
                .orElseThrow()
                .amount();
    }
}
