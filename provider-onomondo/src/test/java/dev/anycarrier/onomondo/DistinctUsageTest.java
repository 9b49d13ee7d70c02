package dev.anycarrier.onomondo;

import static dev.anycarrier.onomondo.Questions.SIM;
import static dev.anycarrier.onomondo.Questions.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageRecord;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sum of records, each counted once. */
class DistinctUsageTest {

    private final DistinctUsage usage = new DistinctUsage();

    @Test
    void a_hundred_thousand_records_are_summed_and_one_more_is_too_many() {
        for (int number = 0; number < DistinctUsage.MAXIMUM_RECORDS; number++) {
            usage.add(record(String.valueOf(number), 2));
            usage.add(record(String.valueOf(number), 2));
        }
        assertThat(usage.sum()).isEqualTo(Quantity.bytes(2 * DistinctUsage.MAXIMUM_RECORDS));
        assertThat(usage.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.detail()).contains("may be missing"));
        assertThat(failure(() -> usage.add(record("one more", 2))).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    private static UsageRecord record(final String id, final long bytes) {
        return new UsageRecord(
                id,
                SIM,
                Optional.empty(),
                Optional.empty(),
                Service.DATA,
                Quantity.bytes(bytes),
                Instant.EPOCH,
                Optional.empty());
    }
}
