package dev.anycarrier.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.usage.UsageReport;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCodecTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_drawn_report_is_read_as_it_was_written(final long seed) {
        final DrawnReports reports = new DrawnReports(seed);
        for (int count = 0; count < 500; count++) {
            final UsageReport report = reports.next();
            assertThat(ReportCodec.read(ReportCodec.write(report))).isEqualTo(report);
        }
    }

    @Test
    void what_is_cut_off_or_has_more_is_refused() {
        final byte[] bytes = ReportCodec.write(new DrawnReports(1).next());
        for (int length = 0; length < bytes.length; length++) {
            final byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ReportCodec.read(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        final String more = new String(bytes, StandardCharsets.US_ASCII).replaceFirst("\\{", "{\"more\":1,");
        assertThatThrownBy(() -> ReportCodec.read(more.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
