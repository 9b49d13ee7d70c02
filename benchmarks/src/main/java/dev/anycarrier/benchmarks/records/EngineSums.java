package dev.anycarrier.benchmarks.records;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.SimUsage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** The library, over a wire that needs no network. */
final class EngineSums implements Sums, AutoCloseable {

    private static final String ACCOUNT = "onomondo";
    private static final UsageRecordQuery JANUARY =
            UsageRecordQuery.between(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-02-01T00:00:00Z"));

    private final Anycarrier carriers;

    EngineSums(final PageBodies bodies) {
        this(bodies, page -> {});
    }

    /** Tells somebody of each page before it is given, by its position. */
    EngineSums(final PageBodies bodies, final IntConsumer onPage) {
        carriers = Anycarrier.builder()
                .settings(Settings.builder()
                        .environment(Map.of())
                        .systemProperties(Map.of())
                        .set(ACCOUNT + ".provider", ACCOUNT)
                        .set(ACCOUNT + ".api-key", "benchmark")
                        .set(ACCOUNT + ".limit-account", "100000/1ms")
                        .build())
                .wires((account, options) -> new PagesWire(bodies, onPage))
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

    @Override
    public void close() {
        carriers.close();
    }
}
