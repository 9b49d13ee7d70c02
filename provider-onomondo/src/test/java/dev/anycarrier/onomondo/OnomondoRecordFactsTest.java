package dev.anycarrier.onomondo;

import static dev.anycarrier.onomondo.Json.lastPage;
import static dev.anycarrier.onomondo.Json.pageBefore;
import static dev.anycarrier.onomondo.Json.record;
import static dev.anycarrier.onomondo.Questions.ICCID;
import static dev.anycarrier.onomondo.Questions.SIM;
import static dev.anycarrier.onomondo.Questions.year;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageRecord;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is documented and was seen of Onomondo's records, their filters, windows and pages, one test for each fact. */
class OnomondoRecordFactsTest {

    private final OnomondoCarrier carrier = new OnomondoCarrier();

    @AfterEach
    void close() {
        carrier.close();
    }

    @Test
    void a_record_keeps_leading_zeros_and_its_zoneless_time_is_utc() {
        carrier.answers("/usage", lastPage(Json.RECORDED));
        assertThat(carrier.account().records(year(2020)))
                .containsExactly(new UsageRecord(
                        "7c5f95c7-c0ff-352e-93e2-5370a6d37b42",
                        SIM,
                        Optional.of(ICCID),
                        Optional.of("bd01f3ee-7a10-4ae9-9e1d-3fd7f4e5c9a1"),
                        Service.DATA,
                        Quantity.bytes(1_424_843),
                        Instant.parse("2020-02-03T07:49:13Z"),
                        Optional.of(new Network(
                                Optional.of("238"), Optional.of("06"), Optional.of("DK"), Optional.of("4G")))));
    }

    @Test
    void what_a_record_does_not_say_is_not_taken_from_the_one_before() {
        carrier.answers("/usage", lastPage(Json.RECORDED, """
                {"time": "2020-02-04 00:00:00", "bill_id": "b", "sim_id": "000000001", "bytes": 1}"""));
        assertThat(carrier.account().records(year(2020)).skip(1))
                .containsExactly(new UsageRecord(
                        "b",
                        SIM,
                        Optional.empty(),
                        Optional.empty(),
                        Service.DATA,
                        Quantity.bytes(1),
                        Instant.parse("2020-02-04T00:00:00Z"),
                        Optional.empty()));
    }

    @Test
    void records_are_added_up_by_sim_over_all_pages_each_once() {
        carrier.answers("/usage", pageBefore("cGFnZTI=", Json.RECORDED, record("a", "2020-01-01 00:00:00", 1)));
        carrier.answers(
                "/usage",
                "next_page",
                "cGFnZTI=",
                lastPage(record("a", "2020-01-01 00:00:00", 1), record("b", "2020-01-02 00:00:00", 2)));
        assertThat(carrier.account().usageBySim(year(2020)).stream()
                        .flatMap(usage -> usage.counters().stream())
                        .mapToLong(counter -> counter.used().amount())
                        .sum())
                .isEqualTo(1_424_843 + 1 + 2);
        assertThat(carrier.account().statistics().repeatedRecords()).isEqualTo(1);
    }

    @Test
    void on_the_last_page_the_next_page_is_absent() {
        carrier.answers("/usage", pageBefore("MDAyNDY0OTk5", record("a", "2024-01-01 00:00:00", 1)));
        carrier.answers("/usage", "next_page", "MDAyNDY0OTk5", lastPage(record("b", "2024-01-02 00:00:00", 2)));
        assertThat(carrier.account().records(year(2024)).map(UsageRecord::id)).containsExactly("a", "b");
        assertThat(carrier.targets()).hasSize(2);
    }

    @Test
    void one_filter_is_sent_as_filter_and_several_as_filter_with_brackets() {
        carrier.answers("/usage", lastPage());
        assertThat(carrier.account().records(year(2024))).isEmpty();
        assertThat(carrier.account().records(year(2024).in("DK"))).isEmpty();
        assertThat(carrier.targets())
                .containsExactly(
                        "/usage?filter=time%3A2024&limit=1000",
                        "/usage?filter%5B%5D=time%3A2024&filter%5B%5D=country_code%3Adk&limit=1000");
    }

    @Test
    void all_filters_are_on_every_page() {
        carrier.answers("/usage/000000001", pageBefore("cGFnZTI="));
        carrier.answers("/usage/000000001", "next_page", "cGFnZTI=", lastPage());
        assertThat(carrier.account().records(year(2024).of(SIM).in("DK"))).isEmpty();
        assertThat(carrier.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.queryParameter("filter[]").values()).containsExactly("time:2024", "country_code:dk");
            assertThat(request.queryParameter("limit").values()).containsExactly("1000");
        });
    }

    @Test
    void a_cursor_is_percent_encoded_and_offset_is_never_sent() {
        carrier.answers("/usage", pageBefore("MjAyMi0wMS0yOVQwMDozMDowMC4wMDBaQDAwMDAwODY2MA=="));
        carrier.answers("/usage", "next_page", "MjAyMi0wMS0yOVQwMDozMDowMC4wMDBaQDAwMDAwODY2MA==", pageBefore("a+/b"));
        carrier.answers("/usage", "next_page", "a+/b", lastPage());
        assertThat(carrier.account().records(year(2024))).isEmpty();
        assertThat(carrier.targets())
                .containsExactly(
                        "/usage?filter=time%3A2024&limit=1000",
                        "/usage?filter=time%3A2024&limit=1000&next_page=MjAyMi0wMS0yOVQwMDozMDowMC4wMDBaQDAwMDAwODY2MA%3D%3D",
                        "/usage?filter=time%3A2024&limit=1000&next_page=a%2B%2Fb");
    }

    @Test
    void a_window_is_asked_for_by_whole_years_months_and_days() {
        carrier.answers("/usage", lastPage());
        assertThat(carrier.account()
                        .records(UsageRecordQuery.between(
                                Instant.parse("2022-10-30T00:00:00Z"), Instant.parse("2024-02-02T00:00:00Z"))))
                .isEmpty();
        assertThat(carrier.requests())
                .flatExtracting(request -> request.queryParameter("filter").values())
                .containsExactly(
                        "time:2022-10-30",
                        "time:2022-10-31",
                        "time:2022-11",
                        "time:2022-12",
                        "time:2023",
                        "time:2024-01",
                        "time:2024-02-01");
    }

    @Test
    void a_window_that_is_not_whole_days_is_cut_by_the_time_of_the_records() {
        carrier.answers(
                "/usage",
                "filter",
                "time:2024-01-30",
                lastPage(
                        record("before", "2024-01-30 11:59:59", 1),
                        record("first", "2024-01-30 12:00:00", 1),
                        record("last", "2024-01-30 12:59:59", 1),
                        record("after", "2024-01-30 13:00:00", 1)));
        assertThat(carrier.account()
                        .records(UsageRecordQuery.between(
                                Instant.parse("2024-01-30T12:00:00Z"), Instant.parse("2024-01-30T13:00:00Z")))
                        .map(UsageRecord::id))
                .containsExactly("first", "last");
    }

    @Test
    void records_are_grouped_by_hours_on_demand() {
        carrier.answers("/usage", "group", "hours", lastPage());
        assertThat(carrier.account().usageByHour(year(2024))).isEmpty();
        assertThat(carrier.targets()).containsExactly("/usage?filter=time%3A2024&limit=1000&group=hours");
    }
}
