package dev.anycarrier.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "120, PT120S",
        "0, PT0S",
        "00, PT0S",
        "007, PT7S",
        "+5, PT5S",
        "'5 ', PT5S",
        "1.5, PT2S",
        "1.0, PT1S",
        "1., PT1S",
        "'5, 10', PT10S",
        "'10,5', PT10S",
        "'soon, 5', PT5S"
    })
    void seconds_are_read_as_the_longest_sane_wait(final String value, final Duration wait) {
        assertThat(RetryAfter.read(headers(value), NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-5",
                "soon",
                "",
                " ",
                "5 minutes",
                "0x10",
                "1e3",
                "5;",
                "99999999999999999999",
                "9223372036854775807",
                "9223372036854775808",
                "Sun, 99 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 25:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37",
                "2026-11-20T12:00:00Z"
            })
    void what_cannot_be_read_is_as_if_it_were_not_there(final String value) {
        assertThat(RetryAfter.read(headers(value), NOW)).isEmpty();
    }

    @Test
    void a_header_of_a_megabyte_is_as_if_it_were_not_there() {
        assertThat(RetryAfter.read(headers("9".repeat(1_000_000)), NOW)).isEmpty();
        assertThat(RetryAfter.read(headers("5, ".repeat(300_000)), NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fri, 20 Nov 2026 12:02:00 GMT",
                "Mon, 20 Nov 2026 12:02:00 GMT",
                "Friday, 20-Nov-26 12:02:00 GMT",
                "Fri Nov 20 12:02:00 2026"
            })
    void a_date_in_any_of_the_three_formats_is_read_and_its_weekday_does_not_matter(final String date) {
        assertThat(RetryAfter.read(headers(date), NOW)).contains(Duration.ofMinutes(2));
    }

    @Test
    void a_year_of_two_digits_is_the_nearest_one() {
        assertThat(RetryAfter.read(headers("Sunday, 06-Nov-94 08:49:37 GMT"), NOW))
                .contains(Duration.ZERO);
        assertThat(RetryAfter.read(headers("Sunday, 20-Nov-27 12:00:00 GMT"), NOW))
                .contains(RetryAfter.MAXIMUM);
    }

    @Test
    void a_day_of_one_digit_is_read() {
        final Instant november = Instant.parse("2026-11-06T11:00:00Z");

        assertThat(RetryAfter.read(headers("Fri Nov  6 11:00:30 2026"), november))
                .contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-19T12:00:00Z", "2026-11-20T12:00:00Z", "2026-11-21T12:00:00Z"})
    void a_date_is_relative_to_the_answers_own_date_whatever_our_clock_says(final Instant ourClock) {
        final HttpHeaders headers =
                headers("Fri, 20 Nov 2026 12:02:00 GMT").with("Date", "Fri, 20 Nov 2026 12:00:00 GMT");

        assertThat(RetryAfter.read(headers, ourClock)).contains(Duration.ofMinutes(2));
    }

    @Test
    void a_date_without_a_readable_date_of_the_answer_is_relative_to_our_clock() {
        final HttpHeaders headers = headers("Fri, 20 Nov 2026 12:02:00 GMT").with("Date", "today");

        assertThat(RetryAfter.read(headers, NOW)).contains(Duration.ofMinutes(2));
    }

    @Test
    void a_date_in_the_past_is_no_wait() {
        assertThat(RetryAfter.read(headers("Fri, 20 Nov 2026 11:00:00 GMT"), NOW))
                .contains(Duration.ZERO);
    }

    @Test
    void a_wait_is_cut_to_the_longest_that_is_believed() {
        assertThat(RetryAfter.read(headers("999999999"), NOW)).contains(RetryAfter.MAXIMUM);
        assertThat(RetryAfter.read(headers("999999999999999999"), NOW)).contains(RetryAfter.MAXIMUM);
        assertThat(RetryAfter.read(headers("Fri, 20 Nov 2099 12:00:00 GMT"), NOW))
                .contains(RetryAfter.MAXIMUM);
    }

    @Test
    void of_two_headers_the_longer_wait_counts() {
        assertThat(RetryAfter.read(headers("5").with("retry-after", "Fri, 20 Nov 2026 12:02:00 GMT"), NOW))
                .contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.read(headers("soon").with("Retry-After", "7"), NOW))
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void no_header_is_no_wait_that_is_known() {
        assertThat(RetryAfter.read(HttpHeaders.none(), NOW)).isEmpty();
    }

    private static HttpHeaders headers(final String value) {
        return HttpHeaders.none().with("Retry-After", value);
    }
}
