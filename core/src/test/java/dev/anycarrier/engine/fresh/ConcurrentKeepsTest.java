package dev.anycarrier.engine.fresh;

import static dev.anycarrier.engine.fresh.Reports.SIM;
import static dev.anycarrier.engine.fresh.Reports.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Whoever keeps first, last or at once: what is known and what is persisted is never an older value. */
class ConcurrentKeepsTest {

    private static final int THREADS = 4;

    private final JumpingTime time = new JumpingTime();
    private final Ports ports = new Ports(time, Threads.system(), NameResolver.system(), new Random(1));

    @Test
    void the_newest_of_many_kept_at_once_is_known_and_persisted_last() throws Exception {
        final ExecutorService keepers = Executors.newFixedThreadPool(THREADS);
        final CyclicBarrier start = new CyclicBarrier(THREADS);
        final Random random = new Random(3);
        try {
            for (int race = 0; race < 300; race++) {
                final KeptEntries state = new KeptEntries();
                final UsageValues values = values(state);
                final List<UsageReport> reports = reports(random);
                final List<Callable<Void>> tasks = new ArrayList<>();
                for (int keeper = 0; keeper < THREADS; keeper++) {
                    final List<UsageReport> mine = every(keeper, reports);
                    tasks.add(() -> {
                        start.await(10, TimeUnit.SECONDS);
                        mine.forEach(report -> neverOlder(values, report));
                        return null;
                    });
                }
                for (final Future<Void> ended : keepers.invokeAll(tasks)) {
                    ended.get();
                }
                final UsageReport newest = newest(reports);
                assertThat(values.find(SIM).orElseThrow().report()).isEqualTo(newest);
                assertThat(state.reports().get(state.reports().size() - 1)).isEqualTo(newest);
            }
        } finally {
            keepers.shutdownNow();
            assertThat(keepers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_newer_value_that_overtakes_on_the_way_to_the_store_has_the_last_word_there() {
        final UsageReport older = used(1, time.instant().minusSeconds(2));
        final UsageReport newer = used(2, time.instant().minusSeconds(1));
        final AtomicReference<UsageValues> values = new AtomicReference<>();
        final KeptEntries state = new KeptEntries() {
            @Override
            public void append(final String account, final StateEntry entry) {
                if (((StateEntry.Value) entry).report().equals(older)) {
                    values.get().keep(SIM, newer);
                }
                super.append(account, entry);
            }
        };
        values.set(values(state));
        values.get().keep(SIM, older);
        assertThat(state.reports()).containsExactly(newer, older, newer);
        assertThat(values.get().find(SIM).orElseThrow().report()).isEqualTo(newer);
    }

    private static void neverOlder(final UsageValues values, final UsageReport report) {
        final Instant known = values.keep(SIM, report).report().fetchedAt();
        assertThat(known).isAfterOrEqualTo(report.fetchedAt());
        assertThat(values.find(SIM).orElseThrow().report().fetchedAt()).isAfterOrEqualTo(known);
    }

    private List<UsageReport> reports(final Random random) {
        final List<UsageReport> reports = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            reports.add(used(number, time.instant().minusSeconds(100 - number)));
        }
        Collections.shuffle(reports, random);
        return reports;
    }

    private static List<UsageReport> every(final int keeper, final List<UsageReport> reports) {
        final List<UsageReport> mine = new ArrayList<>();
        for (int index = keeper; index < reports.size(); index += THREADS) {
            mine.add(reports.get(index));
        }
        return mine;
    }

    private static UsageReport newest(final List<UsageReport> reports) {
        return reports.stream()
                .reduce((one, other) -> one.fetchedAt().isAfter(other.fetchedAt()) ? one : other)
                .orElseThrow();
    }

    private UsageValues values(final KeptEntries state) {
        return new UsageValues(ports, state, "main", 100, Duration.ofMinutes(1), Duration.ofDays(1));
    }
}
