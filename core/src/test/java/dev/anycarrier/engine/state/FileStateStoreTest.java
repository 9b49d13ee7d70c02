package dev.anycarrier.engine.state;

import static dev.anycarrier.engine.state.Stores.ACCOUNT;
import static dev.anycarrier.engine.state.Stores.NOW;
import static dev.anycarrier.engine.state.Stores.SIM;
import static dev.anycarrier.engine.state.Stores.open;
import static dev.anycarrier.engine.state.Stores.reopened;
import static dev.anycarrier.engine.state.Stores.reserved;
import static dev.anycarrier.engine.state.Stores.restored;
import static dev.anycarrier.engine.state.Stores.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStateStoreTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose_a_file_whose_folder_is_missing() {
        file = folder.resolve("state/anycarrier/state");
    }

    @AfterEach
    void no_interrupt_is_left_behind() {
        Thread.interrupted();
    }

    @Test
    void a_new_store_knows_nothing() {
        assertThat(reopened(file)).isEmpty();
        assertThat(file).hasContent("anycarrier-state 1\n");
    }

    @Test
    void what_was_appended_comes_back_in_order_to_its_account_alone() {
        final List<StateEntry> mine = List.of(
                reserved("1", NOW.plusSeconds(10)),
                new StateEntry.Sent("1", NOW),
                value(SIM, 5, NOW),
                new StateEntry.Held(LimitScope.ACCOUNT, Optional.empty(), NOW, NOW.plusSeconds(60)));
        try (FileStateStore store = open(file)) {
            mine.forEach(entry -> {
                store.append(ACCOUNT, entry);
                store.append("another", reserved("7", NOW));
            });
            assertThat(restored(store, ACCOUNT)).isEqualTo(mine);
            assertThat(restored(store, "a third")).isEmpty();
        }
        assertThat(reopened(file)).isEqualTo(mine);
    }

    @Test
    void an_entry_is_in_the_file_when_append_returns() throws IOException {
        try (FileStateStore store = open(file)) {
            store.append(ACCOUNT, value(SIM, 5, NOW));
            assertThat(Files.readString(file)).endsWith("}\n").contains("\"remaining\":5");
        }
    }

    @Test
    void an_interrupted_thread_opens_appends_restores_and_keeps_its_flag() {
        Thread.currentThread().interrupt();
        try (FileStateStore store = open(file)) {
            store.append(ACCOUNT, value(SIM, 5, NOW));
            store.append(ACCOUNT, value(SIM, 6, NOW));
            assertThat(restored(store, ACCOUNT)).hasSize(2);
        }
        assertThat(reopened(file)).containsExactly(value(SIM, 6, NOW));
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void whoever_receives_an_entry_may_append_one() {
        try (FileStateStore store = open(file)) {
            store.append(ACCOUNT, reserved("1", NOW));
            store.restore(ACCOUNT, entry -> store.append(ACCOUNT, reserved("2", NOW)));
            assertThat(restored(store, ACCOUNT)).containsExactly(reserved("1", NOW), reserved("2", NOW));
        }
    }

    @Test
    void nothing_is_lost_or_mixed_when_many_threads_append_while_the_file_is_compacted() throws Exception {
        final int threads = 8;
        final int each = 500;
        final ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (FileStateStore store = FileStateStore.open(file, () -> NOW, 2_000)) {
            final List<Future<?>> ends = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                final int number = thread;
                ends.add(pool.submit(() -> {
                    for (int count = 0; count < each; count++) {
                        store.append(ACCOUNT, reserved(number + "-" + count, NOW));
                        store.append(ACCOUNT, value(SIM, count, NOW));
                        store.append("account " + number, value(SIM, count, NOW));
                    }
                }));
            }
            for (final Future<?> end : ends) {
                end.get();
            }
            assertThat(Files.size(file)).isLessThan(2 * 1_200_000);
            for (int thread = 0; thread < threads; thread++) {
                assertThat(restored(store, "account " + thread)).endsWith(value(SIM, each - 1, NOW));
            }
        } finally {
            pool.shutdownNow();
        }
        final List<StateEntry> kept = reopened(file);
        assertThat(kept).hasSize(threads * each + 1);
        for (int thread = 0; thread < threads; thread++) {
            final String prefix = thread + "-";
            assertThat(kept.stream()
                            .filter(StateEntry.Reserved.class::isInstance)
                            .map(entry -> ((StateEntry.Reserved) entry).permit())
                            .filter(permit -> permit.startsWith(prefix))
                            .map(permit -> Integer.parseInt(permit.substring(2))))
                    .isSorted()
                    .hasSize(each);
        }
    }

    @Test
    void a_large_file_shrinks_while_it_is_in_use() throws IOException {
        try (FileStateStore store = FileStateStore.open(file, () -> NOW, 10_000)) {
            for (int count = 0; count < 1_000; count++) {
                store.append(ACCOUNT, value(SIM, count, NOW));
                assertThat(Files.size(file)).isLessThan(11_000);
            }
            assertThat(restored(store, ACCOUNT)).endsWith(value(SIM, 999, NOW));
        }
    }

    @Test
    void a_closed_store_keeps_nothing_and_lets_go_of_the_file() {
        final FileStateStore store = open(file);
        store.close();
        store.close();
        assertThatThrownBy(() -> store.append(ACCOUNT, value(SIM, 5, NOW)))
                .isInstanceOfSatisfying(UsageException.class, FileStateStoreTest::isLocal);
        assertThatThrownBy(() -> store.restore(ACCOUNT, entry -> {}))
                .isInstanceOfSatisfying(UsageException.class, FileStateStoreTest::isLocal);
        assertThat(reopened(file)).isEmpty();
    }

    @Test
    void after_a_failed_write_nothing_is_appended_until_it_is_opened_again() throws IOException {
        try (FileStateStore store = FileStateStore.open(file, () -> NOW, 100)) {
            store.append(ACCOUNT, reserved("1", NOW.plus(Duration.ofHours(1))));
            Files.delete(file);
            Files.createDirectory(file);
            // It is written to where the file was, until a compaction finds out.
            assertThatThrownBy(() -> appendMany(store))
                    .isInstanceOfSatisfying(UsageException.class, FileStateStoreTest::isLocal)
                    .hasMessageContaining("the state file could not be written");
            assertThatThrownBy(() -> store.append(ACCOUNT, reserved("3", NOW)))
                    .isInstanceOfSatisfying(UsageException.class, FileStateStoreTest::isLocal)
                    .hasMessageContaining("open it again when that is put right");
            Files.delete(file);
        }
        assertThat(reopened(file)).isEmpty();
    }

    private static void appendMany(final FileStateStore store) {
        for (int count = 0; count < 10; count++) {
            store.append(ACCOUNT, reserved("2-" + count, NOW));
        }
    }

    private static void isLocal(final UsageException failure) {
        assertThat(failure.unavailableCause()).contains(UnavailableCause.LOCAL);
    }
}
