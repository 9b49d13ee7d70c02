package dev.anycarrier.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportBytesTest {

    private final SimId sim = Reports.sim(1);
    private final UsageReport report = Reports.of(sim, 123_456_789);
    private final byte[] bytes = ReportBytes.write(report).orElseThrow();

    @Test
    void whatever_is_written_is_read_again() {
        assertThat(ReportBytes.read(bytes, sim)).contains(report);
    }

    @Test
    void a_usual_report_takes_less_than_200_bytes() {
        assertThat(bytes).hasSizeLessThan(200);
    }

    @Test
    void a_report_about_another_sim_is_none() {
        assertThat(ReportBytes.read(bytes, Reports.sim(2))).isEmpty();
    }

    @Test
    void whatever_is_cut_short_is_none() {
        for (int length = 0; length < bytes.length; length++) {
            assertThat(ReportBytes.read(java.util.Arrays.copyOf(bytes, length), sim))
                    .isEmpty();
        }
    }

    @Test
    void whatever_is_damaged_is_none_or_what_it_was() {
        final Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            final byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            ReportBytes.read(damaged, sim).ifPresent(read -> assertThat(read).isEqualTo(report));
        }
    }
}
