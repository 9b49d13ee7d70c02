package dev.anycarrier.onomondo;

import static dev.anycarrier.onomondo.Json.lastPage;
import static dev.anycarrier.onomondo.Json.recordWith;
import static dev.anycarrier.onomondo.Questions.ICCID;
import static dev.anycarrier.onomondo.Questions.failure;
import static dev.anycarrier.onomondo.Questions.year;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageWarning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which SIM is asked about, and which SIM an answer is about. */
class OnomondoIdentifiersTest {

    private final OnomondoCarrier carrier = new OnomondoCarrier();

    @AfterEach
    void close() {
        carrier.close();
    }

    @Test
    @Fault("SEM-01")
    void a_record_of_another_sim_is_refused_whether_the_sim_was_asked_by_its_id_or_its_iccid() {
        carrier.answers("/usage/000000002", lastPage(Json.RECORDED));
        carrier.answers("/usage/8944465400000217743", lastPage(Json.RECORDED));
        for (final String other : List.of("000000002", "8944465400000217743")) {
            final UsageException failure = failure(() -> carrier.account().usage(SimId.parse(other)));
            assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
            assertThat(failure)
                    .hasMessageContaining("usage[0] is about another SIM")
                    .hasMessageNotContaining(other);
        }
    }

    @Test
    @Fault("SEM-01")
    void a_sim_asked_by_its_iccid_needs_records_that_name_it() {
        carrier.answers("/usage/" + ICCID.value(), lastPage(recordWith("iccid", "null")));
        assertThat(failure(() -> carrier.account().records(year(2020).of(ICCID)).toList())
                        .kind())
                .isEqualTo(Kind.INVALID_DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "00000001", "0000000001", "00000000a", "tag-total"})
    @Fault("SEC-01")
    void a_sim_id_that_is_not_nine_digits_never_reaches_the_carrier(final String id) {
        final CarrierSimId sim = CarrierSimId.of(id);
        assertThat(Stream.of(
                        failure(() -> carrier.account().usage(sim)),
                        failure(() ->
                                carrier.account().records(year(2024).of(sim)).toList()),
                        failure(() -> carrier.account()
                                .usageByHour(year(2024).of(sim))
                                .toList())))
                .allSatisfy(failure -> {
                    assertThat(failure.kind()).isEqualTo(Kind.REJECTED_INPUT);
                    assertThat(failure).hasMessageContaining("nine digits with their leading zeros");
                });
        assertThat(carrier.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sim_id, 1",
        "sim_id, 100000001",
        "sim_id, \"1\"",
        "sim_id, \"0000000001\"",
        "iccid, 8944465400000217735",
        "iccid, \"894446540000021773x\"",
        "iccid, \"89\"",
        "bill_id, 1",
        "network, {\"mcc\":238}"
    })
    @Fault("JSON-07")
    void an_identifier_is_a_text_that_keeps_its_zeros(final String field, final String value) {
        carrier.answers("/usage", lastPage(recordWith(field, value)));
        final UsageException failure =
                failure(() -> carrier.account().records(year(2020)).toList());
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(failure).hasMessageContaining("usage[0]." + field);
    }

    @Test
    @Fault("JSON-07")
    void an_iccid_with_a_filler_is_the_same_iccid() {
        carrier.answers("/usage/" + ICCID.value(), lastPage(recordWith("iccid", "\"8944465400000217735F\"")));
        assertThat(carrier.account().records(year(2020).of(ICCID)).map(UsageRecord::iccid))
                .containsExactly(Optional.of(ICCID));
    }

    @Test
    void an_iccid_with_a_wrong_check_digit_is_asked_about_with_a_warning() {
        final Iccid sim = Iccid.of("8944465400000217730");
        carrier.answers("/sims/" + sim.value(), "{}");
        carrier.answers("/usage/" + sim.value(), lastPage());
        assertThat(carrier.account().usage(sim).warnings())
                .extracting(UsageWarning::kind)
                .containsExactly(UsageWarning.Kind.ICCID_CHECK_DIGIT);
    }
}
