package dev.anycarrier.engine.total;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.spi.PassingText;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimUsage;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What records add up to. */
class SimTotalsTest {

    private static final TimePeriod MONTH =
            TimePeriod.between(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-02-01T00:00:00Z"));
    private static final String ICCID = "8945730000000012345";

    private final SimTotals totals = new SimTotals();

    @Test
    void records_of_a_sim_are_added_up_by_service() {
        totals.beginPage();
        record("1", "000000001", ICCID, Service.DATA, 5);
        record("2", "000000001", ICCID, Service.DATA, 7);
        record("3", "000000001", ICCID, Service.VOICE, 60);
        assertThat(totals.endPage()).isZero();
        assertThat(totals.all(MONTH))
                .containsExactly(new SimUsage(
                        CarrierSimId.of("000000001"),
                        Optional.of(Iccid.of(ICCID)),
                        List.of(
                                new UsageCounter(Service.DATA, Quantity.bytes(12), Optional.of(MONTH)),
                                new UsageCounter(Service.VOICE, Quantity.seconds(60), Optional.of(MONTH)))));
    }

    @Test
    void a_record_that_is_listed_twice_counts_once_and_is_told() {
        page(() -> record("1", "000000001", "", Service.DATA, 5));
        totals.beginPage();
        record("1", "000000001", "", Service.DATA, 5);
        record("2", "000000001", "", Service.DATA, 1);
        assertThat(totals.endPage()).isEqualTo(1);
        assertThat(bytes("000000001")).isEqualTo(6);
    }

    @Test
    void a_sim_is_the_same_wherever_in_an_answer_it_is_named() {
        for (int length = 1; length < 20; length++) {
            final String sim = "0123456789abcdefghij".substring(0, length);
            final SimTotals one = new SimTotals();
            one.beginPage();
            for (int before = 0; before < 12; before++) {
                final byte[] bytes = ("-".repeat(before) + sim + "+".repeat(before % 3)).getBytes(US_ASCII);
                final PassingText named = new PassingText();
                named.set(bytes, before, length);
                one.record(PassingText.of("id" + before), named, new PassingText(), Service.DATA, 1);
            }
            assertThat(one.endPage()).isZero();
            assertThat(one.all(MONTH))
                    .containsExactly(new SimUsage(
                            CarrierSimId.of(sim),
                            Optional.empty(),
                            List.of(new UsageCounter(Service.DATA, Quantity.bytes(12), Optional.of(MONTH)))));
        }
    }

    @Test
    void a_record_is_listed_twice_wherever_in_an_answer_its_identifier_is() {
        for (int length = 1; length < 20; length++) {
            totals.beginPage();
            for (int before = 0; before < 12; before++) {
                final byte[] bytes =
                        ("-".repeat(before) + "x".repeat(length) + "+".repeat(before % 3)).getBytes(US_ASCII);
                final PassingText id = new PassingText();
                id.set(bytes, before, length);
                totals.record(id, PassingText.of("000000001"), new PassingText(), Service.DATA, 1);
            }
            assertThat(totals.endPage()).isEqualTo(11);
        }
        assertThat(bytes("000000001")).isEqualTo(19);
    }

    @Test
    void a_page_that_is_begun_again_counts_once_and_leaves_nothing_of_the_first_time() {
        totals.beginPage();
        record("1", "000000001", "", Service.DATA, 5);
        record("2", "000000002", "", Service.DATA, 5);
        totals.beginPage();
        record("1", "000000001", "", Service.DATA, 5);
        assertThat(totals.endPage()).isZero();
        assertThat(totals.all(MONTH)).hasSize(1);
        assertThat(bytes("000000001")).isEqualTo(5);
    }

    @Test
    void a_record_of_nothing_is_a_sum_of_zero_and_not_absent() {
        page(() -> record("1", "000000001", "", Service.DATA, 0));
        assertThat(bytes("000000001")).isZero();
    }

    @Test
    void one_sim_under_another_iccid_is_told_apart() {
        page(() -> {
            record("1", "000000001", ICCID, Service.DATA, 1);
            record("2", "000000001", "", Service.DATA, 2);
        });
        assertThat(totals.all(MONTH))
                .extracting(SimUsage::iccid)
                .containsExactly(Optional.of(Iccid.of(ICCID)), Optional.empty());
    }

    @Test
    void identifiers_that_are_cut_in_two_otherwise_are_other_sims() {
        page(() -> {
            record("1", "1", "23" + ICCID.substring(2), Service.DATA, 1);
            record("2", "12", "3" + ICCID.substring(2), Service.DATA, 2);
        });
        assertThat(totals.all(MONTH)).hasSize(2);
    }

    @Test
    void a_sim_that_is_known_by_its_iccid_alone_is_named_by_it() {
        page(() -> record("1", "", ICCID, Service.DATA, 1));
        assertThat(totals.all(MONTH))
                .singleElement()
                .satisfies(usage -> assertThat(usage.sim()).isEqualTo(Iccid.of(ICCID)));
    }

    @Test
    void a_sum_beyond_a_long_is_invalid_data() {
        page(() -> {
            record("1", "000000001", "", Service.DATA, Long.MAX_VALUE);
            record("2", "000000001", "", Service.DATA, 1);
        });
        assertKind(Kind.INVALID_DATA);
    }

    @Test
    void a_sim_that_is_named_by_what_is_no_identifier_is_invalid_data() {
        page(() -> record("1", "../a", "", Service.DATA, 1));
        assertKind(Kind.INVALID_DATA);
    }

    @Test
    void a_record_without_a_sim_or_below_zero_is_refused() {
        assertThatThrownBy(() -> record("1", "", "", Service.DATA, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> record("1", "1", "", Service.DATA, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sums_over_many_sims_and_pages_are_those_of_a_plain_map() {
        final Map<String, Long> expected = new HashMap<>();
        final SplittableRandom random = new SplittableRandom(7);
        for (int page = 0; page < 50; page++) {
            totals.beginPage();
            for (int index = 0; index < 1_500; index++) {
                final String sim = "%09d".formatted(random.nextInt(20_000));
                final long amount = random.nextLong(1_000_000);
                record(page + "-" + index, sim, "", Service.DATA, amount);
                expected.merge(sim, amount, Long::sum);
            }
            assertThat(totals.endPage()).isZero();
        }
        final Map<String, Long> found = new HashMap<>();
        totals.all(MONTH)
                .forEach(usage -> found.put(
                        usage.sim().value(), usage.counters().get(0).used().amount()));
        assertThat(found).isEqualTo(expected);
    }

    private void page(final Runnable records) {
        totals.beginPage();
        records.run();
        totals.endPage();
    }

    private void record(
            final String id, final String sim, final String iccid, final Service service, final long amount) {
        totals.record(PassingText.of(id), PassingText.of(sim), PassingText.of(iccid), service, amount);
    }

    private long bytes(final String sim) {
        return totals.all(MONTH).stream()
                .filter(usage -> usage.sim().value().equals(sim))
                .map(usage -> usage.counters().get(0).used().amount())
                .findFirst()
                .orElseThrow();
    }

    private void assertKind(final Kind kind) {
        assertThatThrownBy(() -> totals.all(MONTH))
                .satisfies(
                        thrown -> assertThat(((UsageException) thrown).kind()).isEqualTo(kind));
    }
}
