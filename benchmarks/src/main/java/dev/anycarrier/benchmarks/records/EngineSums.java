package dev.anycarrier.benchmarks.records;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.SimUsage;
import dev.anycarrier.usage.UsageRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The library, over a wire that needs no network. */
final class EngineSums implements Sums, AutoCloseable {

    private static final String ACCOUNT = "onomondo";
    private static final UsageRecordQuery JANUARY =
            UsageRecordQuery.between(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-02-01T00:00:00Z"));

    private final Anycarrier carriers;

    EngineSums(final PageBodies bodies) {
        carriers = Anycarrier.builder()
                .settings(Settings.builder()
                        .environment(Map.of())
                        .systemProperties(Map.of())
                        .set(ACCOUNT + ".provider", ACCOUNT)
                        .set(ACCOUNT + ".api-key", "benchmark")
                        .set(ACCOUNT + ".limit-account", "100000/1ms")
                        .build())
                .wires((account, options) -> new PagesWire(bodies))
                .build();
    }

    @Override
    public long[] read() {
        final List<SimUsage> sums = carriers.account(ACCOUNT).usageBySim(JANUARY);
        final long bytes = sums.stream()
                .mapToLong(sum -> sum.counters().get(0).used().amount())
                .sum();
        return new long[] {sums.size(), bytes};
    }

    /** Shows each record to somebody else. */
    void forEach(final Consumer<UsageRecord> reader) {
        try (Stream<UsageRecord> records = carriers.account(ACCOUNT).records(JANUARY)) {
            records.forEach(reader);
        }
    }

    @Override
    public void close() {
        carriers.close();
    }
}
