package dev.anycarrier.onomondo;

import static dev.anycarrier.onomondo.Questions.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.Simulators;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider against a carrier that was written from the same documents by other hands. */
class OnomondoAgainstSimulatorTest {

    private static final Instant NOW = Instant.parse("2024-03-17T10:15:30Z");

    private final SimulatedCarrier carrier = Simulators.find("onomondo")
            .start(SimulatorOptions.seeded(20_240_317).withSims(60).withClock(InstantSource.fixed(NOW)));
    private final Anycarrier carriers = Anycarrier.builder()
            .settings(Settings.of(settings(carrier)))
            .classLoader(ClassLoader.getPlatformClassLoader())
            .factory(new FixedClockFactory(new OnomondoProviderFactory(), InstantSource.fixed(NOW)))
            .build();
    private final CarrierAccount account = carriers.account("onomondo");

    @AfterEach
    void close() {
        carriers.close();
        carrier.close();
    }

    @Test
    void every_sim_is_reported_as_it_is() {
        assertThat(carrier.sims()).hasSize(60).allSatisfy(truth -> {
            final UsageReport report = account.usage(truth.sim());
            assertThat(report.status()).isEqualTo(truth.status());
            assertThat(report.buckets()).isEqualTo(truth.buckets());
            assertThat(report.counters()).isEqualTo(truth.counters());
        });
    }

    @Test
    void a_sim_is_the_same_by_its_iccid() {
        final UsageRecord known = carrier.records().get(carrier.records().size() - 1);
        final UsageReport byId = account.usage(known.sim());
        final UsageReport byIccid = account.usage(known.iccid().orElseThrow());
        assertThat(byIccid.buckets()).isEqualTo(byId.buckets());
        assertThat(byIccid.counters()).isEqualTo(byId.counters());
    }

    @Test
    void a_sim_that_the_carrier_does_not_have_is_not_found() {
        assertThat(failure(() -> account.usage(carrier.unknownSim())).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void every_record_of_a_window_is_read_once_whoever_it_is_asked_for() {
        final UsageRecordQuery window =
                UsageRecordQuery.between(Instant.parse("2024-02-11T13:17:00Z"), Instant.parse("2024-03-09T02:03:04Z"));
        final UsageRecord any = carrier.records().stream()
                .filter(record -> window.contains(record.time()))
                .findFirst()
                .orElseThrow();
        final String country = any.network().flatMap(Network::country).orElseThrow();
        final Predicate<UsageRecord> ofSim = record -> record.sim().equals(any.sim());
        final Predicate<UsageRecord> inCountry =
                record -> record.network().flatMap(Network::country).equals(Optional.of(country));

        assertThat(read(window)).isNotEmpty().isEqualTo(truth(window, record -> true));
        assertThat(read(window.of(any.sim()))).isNotEmpty().isEqualTo(truth(window, ofSim));
        assertThat(read(window.in(country))).isNotEmpty().isEqualTo(truth(window, inCountry));
        assertThat(read(window.of(any.sim()).in(country))).isNotEmpty().isEqualTo(truth(window, ofSim.and(inCountry)));
    }

    @Test
    void the_hours_of_a_window_sum_up_to_its_records() {
        final UsageRecordQuery window =
                UsageRecordQuery.between(Instant.parse("2024-02-11T13:00:00Z"), Instant.parse("2024-03-09T02:00:00Z"));
        try (Stream<HourlyUsage> hours = account.usageByHour(window)) {
            assertThat(hours.map(HourlyUsage::data).map(Optional::orElseThrow).reduce(Quantity::plus))
                    .isEqualTo(truth(window, record -> true).stream()
                            .map(UsageRecord::quantity)
                            .reduce(Quantity::plus))
                    .isPresent();
        }
    }

    @Test
    void every_tag_has_the_total_of_its_sims() {
        assertThat(carrier.tagTotals())
                .isNotEmpty()
                .allSatisfy(
                        (tag, total) -> assertThat(account.tagTotal(tag).data()).contains(total));
    }

    private List<UsageRecord> read(final UsageRecordQuery query) {
        try (Stream<UsageRecord> records = account.records(query)) {
            return records.toList();
        }
    }

    private List<UsageRecord> truth(final UsageRecordQuery window, final Predicate<UsageRecord> wanted) {
        return carrier.records().stream()
                .filter(record -> window.contains(record.time()))
                .filter(wanted)
                .toList();
    }

    private static Map<String, String> settings(final SimulatedCarrier carrier) {
        final Map<String, String> settings = new HashMap<>();
        carrier.settings().forEach((key, value) -> settings.put("onomondo." + key, value));
        return settings;
    }
}
