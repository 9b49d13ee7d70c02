package dev.anycarrier.testkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void a_declared_span_is_said_exactly() {
        assertThat(Words.exactly(Duration.ZERO)).isEqualTo("0 seconds");
        assertThat(Words.exactly(Duration.ofMinutes(15))).isEqualTo("15 minutes");
        assertThat(Words.exactly(Duration.ofHours(25).plusMillis(90_001)))
                .isEqualTo("1 day 1 hour 1 minute 30 seconds 1 millisecond");
        assertThat(Words.exactly(Duration.ofNanos(1_000_002))).isEqualTo("1 millisecond 2 nanoseconds");
    }

    @Test
    void what_something_took_is_said_about() {
        assertThat(Words.about(Duration.ZERO)).isEqualTo("0 ms");
        assertThat(Words.about(Duration.ofNanos(999_999))).isEqualTo("< 1 ms");
        assertThat(Words.about(Duration.ofMillis(999))).isEqualTo("999 ms");
        assertThat(Words.about(Duration.ofMillis(59_990))).isEqualTo("59.9 s");
        assertThat(Words.about(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
    }

    @Test
    void a_limit_is_a_phrase() {
        assertThat(Words.limit(new RateLimit(LimitScope.SIM, 1, Duration.ofMinutes(15))))
                .isEqualTo("at most 1 request in any 15 minutes about one SIM");
        assertThat(Words.limit(new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1))))
                .isEqualTo("at most 5 requests in any 1 second for the whole account");
        assertThat(Words.limit(new RateLimit(LimitScope.TOKEN_ENDPOINT, 1_000_000, Duration.ofDays(1))))
                .isEqualTo("at most 1,000,000 requests in any 1 day to the token endpoint");
    }

    @Test
    void names_come_in_their_order() {
        assertThat(Words.names(Set.of(IdentifierType.CARRIER_SIM_ID, IdentifierType.ICCID)))
                .isEqualTo("ICCID, carrier SIM id");
    }
}
