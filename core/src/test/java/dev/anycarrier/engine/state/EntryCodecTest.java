package dev.anycarrier.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.spi.LimitScope;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryCodecTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_drawn_report_is_read_as_it_was_written(final long seed) {
        final DrawnReports reports = new DrawnReports(seed);
        for (int count = 0; count < 2000; count++) {
            returns(reports.text(), new StateEntry.Value(reports.next()));
        }
    }

    @Test
    void every_other_entry_is_read_as_it_was_written() {
        final DrawnReports drawn = new DrawnReports(1);
        for (int count = 0; count < 200; count++) {
            for (final boolean flag : new boolean[] {false, true}) {
                returns("a", new StateEntry.Reserved(drawn.text(), flag, Optional.of(drawn.sim()), drawn.instant()));
                returns("a", new StateEntry.Reserved(drawn.text(), flag, Optional.empty(), drawn.instant()));
                returns("a", new StateEntry.Released(drawn.text(), flag));
            }
            returns("a", new StateEntry.Sent(drawn.text(), drawn.instant()));
            for (final LimitScope scope : LimitScope.values()) {
                returns("a", new StateEntry.Held(scope, Optional.of(drawn.sim()), drawn.instant(), drawn.instant()));
                returns("a", new StateEntry.Held(scope, Optional.empty(), drawn.instant(), drawn.instant()));
            }
        }
    }

    @Test
    void lines_of_an_account_begin_as_no_other_accounts_do() {
        final String line = EntryCodec.write("a", new StateEntry.Released("1", false));
        assertThat(line).startsWith(EntryCodec.start("a"));
        assertThat(line).doesNotStartWith(EntryCodec.start("")).doesNotStartWith(EntryCodec.start("a\""));
        assertThat(EntryCodec.write("ab", new StateEntry.Released("1", false))).doesNotStartWith(EntryCodec.start("a"));
    }

    static Stream<String> what_is_no_entry() {
        return Stream.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"account\":\"a\"}",
                "{\"account\":\"a\",\"entry\":\"future\"}",
                "{\"account\":1,\"entry\":\"released\",\"permit\":\"1\",\"forSimOnly\":true}",
                "{\"account\":\"a\",\"entry\":\"released\",\"permit\":\"1\"}",
                "{\"account\":\"a\",\"entry\":\"released\",\"permit\":null,\"forSimOnly\":true}",
                "{\"account\":\"a\",\"entry\":\"released\",\"permit\":\"1\",\"forSimOnly\":\"true\"}",
                "{\"account\":\"a\",\"entry\":\"released\",\"permit\":\"1\",\"forSimOnly\":true,\"more\":1}",
                "{\"account\":\"a\",\"entry\":\"released\",\"permit\":\"1\",\"permit\":\"2\",\"forSimOnly\":true}",
                "{\"account\":\"a\",\"entry\":\"released\",\"permit\":\"1\",\"forSimOnly\":true} {}",
                "{\"account\":\"a\",\"entry\":\"released\",\"permit\":\"1\",\"forSimOnly\":true",
                "{\"account\":\"a\",\"entry\":\"sent\",\"permit\":\"1\",\"at\":\"8944465400000217735\"}",
                "{\"account\":\"a\",\"entry\":\"sent\",\"permit\":\"1\",\"at\":1}",
                "{\"account\":\"a\",\"entry\":\"held\",\"scope\":\"8944465400000217735\",\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2026-01-01T00:00:00Z\"}",
                "{\"account\":\"a\",\"entry\":\"reserved\",\"permit\":\"1\",\"token\":false,\"sim\":\"8944465400000217735\",\"latest\":\"2026-01-01T00:00:00Z\"}",
                "{\"account\":\"a\",\"entry\":\"reserved\",\"permit\":\"1\",\"token\":false,\"sim\":\"iccid:8944465400000217735/\",\"latest\":\"2026-01-01T00:00:00Z\"}",
                value("\"service\":\"DATA\",\"allowance\":\"limited\",\"status\":\"ACTIVE\""),
                value("\"service\":\"DATA\",\"allowance\":\"limited\",\"total\":1.5,\"status\":\"ACTIVE\""),
                value("\"service\":\"DATA\",\"allowance\":\"limited\",\"total\":\"1\",\"status\":\"ACTIVE\""),
                value("\"service\":\"DATA\",\"allowance\":\"limited\",\"total\":-1,\"status\":\"ACTIVE\""),
                value(
                        "\"service\":\"DATA\",\"allowance\":\"limited\",\"total\":9223372036854775808,\"status\":\"ACTIVE\""),
                value("\"service\":\"DATA\",\"allowance\":\"limited\",\"total\":1,\"used\":2,\"status\":\"ACTIVE\""),
                value("\"service\":\"DATA\",\"allowance\":\"unlimited\",\"remaining\":2,\"status\":\"ACTIVE\""),
                value("\"service\":\"DATA\",\"allowance\":\"unlimited\",\"total\":2,\"status\":\"ACTIVE\""),
                value("\"service\":\"DATA\",\"allowance\":\"more\",\"status\":\"ACTIVE\""),
                value("\"service\":\"FAX\",\"allowance\":\"unlimited\",\"status\":\"ACTIVE\""));
    }

    private static String value(final String bucket) {
        return "{\"account\":\"a\",\"entry\":\"value\",\"provider\":\"p\",\"name\":\"a\",\"sim\":\"iccid:8944465400000217735\","
                + "\"status\":\"ACTIVE\",\"buckets\":[{" + bucket + "}],\"counters\":[],"
                + "\"fetchedAt\":\"2026-01-01T00:00:00Z\",\"warnings\":[]}";
    }

    @Test
    void the_value_that_is_damaged_above_is_good_when_whole() {
        assertThat(read(value("\"service\":\"DATA\",\"allowance\":\"unlimited\",\"status\":\"ACTIVE\""))
                        .account())
                .isEqualTo("a");
    }

    @ParameterizedTest
    @MethodSource
    void what_is_no_entry(final String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("8944465400000217735");
    }

    private static void returns(final String account, final StateEntry entry) {
        final String json = EntryCodec.write(account, entry);
        assertThat(json).matches("[\\x20-\\x7e]+");
        assertThat(read(json)).isEqualTo(new EntryCodec.Line(account, entry));
    }

    private static EntryCodec.Line read(final String json) {
        return EntryCodec.read(json.getBytes(StandardCharsets.US_ASCII), 0);
    }
}
