package dev.anycarrier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.PassingText;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierTimeTest {

    /** The year of the era, so that there is no year 0. */
    private static final DateTimeFormatter STRICT = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .parseDefaulting(ChronoField.ERA, 1)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    @ParameterizedTest
    @CsvSource({
        "2020-02-03 07:49:13, 2020-02-03T07:49:13Z",
        "2024-02-29 23:59:59, 2024-02-29T23:59:59Z",
        "2026-03-29 02:30:00, 2026-03-29T02:30:00Z",
        "0001-01-01 00:00:00, 0001-01-01T00:00:00Z",
        "9999-12-31 23:59:59, 9999-12-31T23:59:59Z"
    })
    void a_time_without_a_zone_is_utc(final String text, final Instant time) {
        assertThat(CarrierTime.utc("at", text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2020-02-03",
                "2020-02-03T07:49:13",
                "2020-02-03 07:49:13Z",
                "2020-02-03 07:49:13+0000",
                "2020-02-03 07:49:13.5",
                "2020-02-03 07:49",
                "2020-02-30 00:00:00",
                "2023-02-29 00:00:00",
                "2020-13-01 00:00:00",
                "2020-00-01 00:00:00",
                "2020-02-03 24:00:00",
                "2020-02-03 23:60:00",
                "2020-02-03 23:59:60",
                "0000-01-01 00:00:00",
                "10000-01-01 00:00:00",
                "-001-01-01 00:00:00",
                "２０20-02-03 07:49:13",
                "1580716153",
                "1580716153000"
            })
    void anything_else_is_invalid_and_not_repeated(final String text) {
        final UsageException failure =
                catchThrowableOfType(UsageException.class, () -> CarrierTime.utc("data.expired_at", text));

        assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(failure.detail()).contains("data.expired_at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29 23:59:59", "1999-12-31 09:58:07", "0001-01-01 00:00:00"})
    void whatever_stands_in_place_of_one_character_it_is_the_time_that_it_says_or_none(final String good) {
        for (int index = 0; index < good.length(); index++) {
            final byte[] bytes = ("<" + good + ">").getBytes(StandardCharsets.US_ASCII);
            final PassingText text = new PassingText();
            text.set(bytes, 1, good.length());
            for (int other = Byte.MIN_VALUE; other <= Byte.MAX_VALUE; other++) {
                bytes[1 + index] = (byte) other;
                assertThat(CarrierTime.utcSecond(text))
                        .describedAs("%s with byte %d at %d", good, other, index)
                        .isEqualTo(second(new String(bytes, 1, good.length(), StandardCharsets.ISO_8859_1)));
            }
        }
    }

    /** What the JDK takes it for. */
    private static long second(final String text) {
        try {
            return LocalDateTime.parse(text, STRICT).toEpochSecond(ZoneOffset.UTC);
        } catch (final DateTimeParseException e) {
            return CarrierTime.NO_TIME;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T23:59:59Z, 2026-12-31T23:59:59Z",
        "2026-12-31t23:59:59z, 2026-12-31T23:59:59Z",
        "2027-01-01T05:29:59+05:30, 2026-12-31T23:59:59Z",
        "2026-12-31T23:59:59-00:00, 2026-12-31T23:59:59Z",
        "2024-02-29T23:59:59.5Z, 2024-02-29T23:59:59.500Z",
        "2024-02-29T23:59:59.123456789Z, 2024-02-29T23:59:59.123456789Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void a_time_as_in_rfc_3339_is_read_with_its_offset(final String text, final Instant time) {
        assertThat(CarrierTime.rfc3339("ends", text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-12-31",
                "2026-12-31 23:59:59Z",
                "2026-12-31T23:59:59",
                "2026-12-31T23:59Z",
                "2026-12-31T23:59:59.Z",
                "2026-12-31T23:59:59.1234567891Z",
                "2026-12-31T23:59:59+0530",
                "2026-12-31T23:59:59+05",
                "2026-12-31T23:59:59+05:30:15",
                "2026-12-31T23:59:59+19:00",
                "2026-12-31T24:00:00Z",
                "2026-12-31T23:59:60Z",
                "2026-02-29T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "10000-01-01T00:00:00Z",
                "+12026-12-31T23:59:59Z",
                "２０26-12-31T23:59:59Z",
                "2026-12-31T23:59:59Z "
            })
    void any_other_time_is_invalid_and_not_repeated(final String text) {
        final UsageException failure =
                catchThrowableOfType(UsageException.class, () -> CarrierTime.rfc3339("line.ends", text));

        assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(failure.detail()).contains("line.ends").doesNotContain("12-31T23:59:59.");
    }
}
