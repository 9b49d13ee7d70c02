package dev.anycarrier.onomondo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.anycarrier.onomondo.Json.lastPage;
import static dev.anycarrier.onomondo.Json.page;
import static dev.anycarrier.onomondo.Json.pageBefore;
import static dev.anycarrier.onomondo.Json.record;
import static dev.anycarrier.onomondo.Json.recordWith;
import static dev.anycarrier.onomondo.Questions.SIM;
import static dev.anycarrier.onomondo.Questions.between;
import static dev.anycarrier.onomondo.Questions.failure;
import static dev.anycarrier.onomondo.Questions.year;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.UsageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks through Onomondo's pages, and what can be wrong with them. */
class OnomondoPagesTest {

    private static final String DAY = "2024-01-03 07:49:13";

    private final OnomondoCarrier carrier = new OnomondoCarrier();
    private final List<String> read = new ArrayList<>();

    @AfterEach
    void close() {
        carrier.close();
    }

    @Test
    @Fault("PAG-01")
    void a_page_that_names_itself_as_the_next_ends_the_walk_and_what_was_read_stays() {
        carrier.answers("/usage", pageBefore("bmV4dA==", record("a", DAY, 1)));
        carrier.answers("/usage", "next_page", "bmV4dA==", pageBefore("bmV4dA==", record("b", DAY, 1)));
        final UsageException failure = failure(() -> readAll(year(2024)));
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure.resumeAt()).isPresent();
        assertThat(read).containsExactly("a", "b");
        assertThat(carrier.requests()).hasSize(2);
    }

    @Test
    @Fault("PAG-02")
    void a_circle_of_cursors_is_no_endless_loop() {
        carrier.answers("/usage", pageBefore("YQ=="));
        carrier.answers("/usage", "next_page", "YQ==", pageBefore("Yg=="));
        carrier.answers("/usage", "next_page", "Yg==", pageBefore("YQ=="));
        assertThat(failure(() -> readAll(year(2024))).kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(carrier.requests()).hasSize(3);
    }

    @Test
    void the_same_cursor_in_the_next_period_is_no_repetition() {
        carrier.answers("/usage", lastPage());
        carrier.answers("/usage", "filter", "time:2023", pageBefore("YQ=="));
        carrier.answers("/usage", "filter", "time:2024", pageBefore("YQ=="));
        carrier.answers("/usage", "next_page", "YQ==", lastPage(record("a", DAY, 1)));
        readAll(between("2023-01-01T00:00:00Z", "2025-01-01T00:00:00Z"));
        assertThat(read).containsExactly("a");
        assertThat(carrier.requests()).hasSize(4);
    }

    @Test
    @Fault("PAG-03")
    void a_month_of_one_sim_has_at_most_a_hundred_pages() {
        carrier.answers("/usage/000000001", pageBefore("c0"));
        IntStream.range(0, 100)
                .forEach(index ->
                        carrier.answers("/usage/000000001", "next_page", "c" + index, pageBefore("c" + (index + 1))));
        final UsageException failure = failure(() -> carrier.account().usage(SIM));
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure.resumeAt()).as("half a sum cannot be taken up again").isEmpty();
        assertThat(carrier.requests()).hasSize(100);
    }

    @Test
    @Fault("PAG-04")
    void an_empty_page_with_a_next_one_is_followed() {
        carrier.answers("/usage", pageBefore("YQ=="));
        carrier.answers("/usage", "next_page", "YQ==", lastPage(record("a", DAY, 1)));
        readAll(year(2024));
        assertThat(read).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/usage?next_page=YQ",
                "http://api.onomondo.com/usage",
                "//user@evil.example",
                "../../sims",
                "",
                " ",
                "a b",
                "a\\r\\nHost: evil.example",
                "\\ud83d\\ude00"
            })
    @Fault("PAG-06")
    void a_next_page_that_is_no_cursor_in_base64_is_refused(final String next) {
        carrier.answers("/usage", pageBefore(next, record("a", DAY, 1)));
        final UsageException failure = failure(() -> readAll(year(2024)));
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(failure).hasMessageContaining("pagination.next_page").hasMessageNotContaining("evil");
        assertThat(carrier.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410})
    @Fault("PAG-07")
    void a_cursor_that_expires_ends_the_walk_at_a_place_where_it_can_be_taken_up_again(final int status) {
        carrier.answers("/usage", pageBefore("YQ==", record("a", DAY, 1)));
        carrier.answers("/usage", "next_page", "YQ==", aResponse().withStatus(status));
        final UsageException failure = failure(() -> readAll(year(2024)));
        assertThat(read).containsExactly("a");

        carrier.answers("/usage", "next_page", "YQ==", OnomondoCarrier.json(lastPage(record("b", DAY, 1))));
        try (Stream<UsageRecord> rest =
                carrier.account().records(year(2024), failure.resumeAt().orElseThrow())) {
            assertThat(rest.map(UsageRecord::id)).containsExactly("b");
        }
    }

    @Test
    @Fault("PAG-08")
    void a_record_that_moves_to_the_next_page_is_reported_once() {
        carrier.answers("/usage", pageBefore("YQ==", record("a", DAY, 1), record("b", DAY, 1)));
        carrier.answers("/usage", "next_page", "YQ==", lastPage(record("b", DAY, 1), record("c", DAY, 1)));
        readAll(year(2024));
        assertThat(read).containsExactly("a", "b", "c");
    }

    @Test
    @Fault("PAG-10")
    void a_page_longer_than_asked_is_taken_as_it_is() {
        carrier.answers("/usage", lastPage(records(5_000)));
        readAll(year(2024));
        assertThat(read).hasSize(5_000);
    }

    @Test
    @Fault("PAG-10")
    void a_page_beyond_every_bound_is_too_large() {
        carrier.answers("/usage", lastPage(records(30_000)));
        assertThat(failure(() -> readAll(year(2024))).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    @Fault("PAG-12")
    void a_reader_who_stops_early_causes_no_further_request() {
        carrier.answers("/usage", pageBefore("YQ==", record("a", DAY, 1), record("b", DAY, 1)));
        try (Stream<UsageRecord> records = carrier.account().records(year(2024))) {
            assertThat(carrier.requests()).isEmpty();
            assertThat(records.findFirst()).map(UsageRecord::id).contains("a");
        }
        assertThat(carrier.requests()).hasSize(1);
    }

    @Test
    void more_without_a_cursor_is_an_error_and_not_the_end() {
        carrier.answers("/usage", page("{\"has_more\":true}", record("a", DAY, 1)));
        final UsageException failure = failure(() -> readAll(year(2024)));
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(failure).hasMessageContaining("pagination.next_page is missing although there is more");
    }

    @Test
    void a_cursor_is_followed_even_if_the_carrier_says_that_there_is_no_more() {
        carrier.answers("/usage", page("{\"has_more\":false,\"next_page\":\"YQ==\"}", record("a", DAY, 1)));
        carrier.answers("/usage", "next_page", "YQ==", lastPage(record("b", DAY, 1)));
        readAll(year(2024));
        assertThat(read).containsExactly("a", "b");
    }

    @Test
    void a_null_cursor_is_no_cursor() {
        carrier.answers("/usage", page("{\"has_more\":false,\"next_page\":null}", record("a", DAY, 1)));
        readAll(year(2024));
        assertThat(read).containsExactly("a");
    }

    @Test
    void a_cursor_of_another_query_is_refused_without_a_request() {
        carrier.answers("/usage", pageBefore("YQ=="));
        carrier.answers("/usage", "next_page", "YQ==", aResponse().withStatus(500));
        final String cursor = failure(() -> readAll(year(2024))).resumeAt().orElseThrow();
        final int asked = carrier.requests().size();
        for (final UsageRecordQuery other : List.of(
                year(2023),
                year(2024).in("DK"),
                year(2024).of(SIM),
                between("2024-01-01T00:00:00Z", "2024-12-31T00:00:00Z"))) {
            try (Stream<UsageRecord> records = carrier.account().records(other, cursor)) {
                final UsageException failure = failure(records::toList);
                assertThat(failure.kind()).isEqualTo(Kind.REJECTED_INPUT);
                assertThat(failure).hasMessageContaining("the cursor is not one of this query");
            }
        }
        assertThat(carrier.requests()).hasSize(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "YQ==", "2024", "2024.", "2024.00000000", "2023.%s", "2024.%s.", "2024.%s.a.b", "2024.%s.a&b"
            })
    void a_text_that_is_no_cursor_is_refused_without_a_request(final String pattern) {
        carrier.answers("/usage", pageBefore("YQ=="));
        carrier.answers("/usage", "next_page", "YQ==", aResponse().withStatus(500));
        final String mark = failure(() -> readAll(year(2024)))
                .resumeAt()
                .orElseThrow()
                .substring("2024.".length(), "2024.12345678".length());
        final int asked = carrier.requests().size();
        try (Stream<UsageRecord> records = carrier.account().records(year(2024), pattern.formatted(mark))) {
            assertThat(failure(records::toList).kind()).isEqualTo(Kind.REJECTED_INPUT);
        }
        assertThat(carrier.requests()).hasSize(asked);
    }

    @Test
    void a_record_from_another_country_than_asked_is_left_out() {
        carrier.answers(
                "/usage",
                lastPage(
                        recordWith("country_code", "\"se\""),
                        recordWith("bill_id", "\"danish\""),
                        recordWith("country_code", "null").replace("7c5f95c7", "00000000")));
        readAll(year(2020).in("DK"));
        assertThat(read).containsExactly("danish", "00000000-c0ff-352e-93e2-5370a6d37b42");
    }

    private static String[] records(final int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> "{\"time\":\"" + DAY + "\",\"bill_id\":\"" + index
                        + "\",\"sim_id\":\"000000001\",\"bytes\":1,\"country_code\":\"dk\",\"network_type\":\"4G\","
                        + "\"network\":{\"mcc\":\"238\",\"mnc\":\"06\"}}")
                .toArray(String[]::new);
    }

    private void readAll(final UsageRecordQuery query) {
        try (Stream<UsageRecord> records = carrier.account().records(query)) {
            records.map(UsageRecord::id).forEach(read::add);
        }
    }
}
