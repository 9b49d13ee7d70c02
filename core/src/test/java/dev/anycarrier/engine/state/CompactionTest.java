package dev.anycarrier.engine.state;

import static dev.anycarrier.engine.state.Stores.ACCOUNT;
import static dev.anycarrier.engine.state.Stores.NOW;
import static dev.anycarrier.engine.state.Stores.SIM;
import static dev.anycarrier.engine.state.Stores.open;
import static dev.anycarrier.engine.state.Stores.reopened;
import static dev.anycarrier.engine.state.Stores.reserved;
import static dev.anycarrier.engine.state.Stores.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.SimId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {

    private static final Instant LATER = NOW.plus(Duration.ofHours(25));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose_a_file() {
        file = folder.resolve("state");
    }

    @Test
    void of_each_sim_the_last_value_stays() {
        final SimId other = SimId.parse("8944465400000217743");
        final SimId alike = new CarrierSimId(SIM.value());
        append(value(SIM, 1, NOW), value(other, 2, NOW), value(SIM, 3, NOW.minusSeconds(9)), value(alike, 4, NOW));
        assertThat(reopened(file))
                .containsExactly(value(other, 2, NOW), value(SIM, 3, NOW.minusSeconds(9)), value(alike, 4, NOW));
    }

    @Test
    void a_value_of_another_account_replaces_none() {
        append(value(SIM, 1, NOW));
        try (FileStateStore store = open(file)) {
            store.append("another", value(SIM, 2, NOW));
        }
        assertThat(reopened(file)).containsExactly(value(SIM, 1, NOW));
    }

    @Test
    void a_value_stays_for_thirty_days() {
        append(value(SIM, 1, NOW));
        assertThat(reopened(file, NOW.plus(Duration.ofDays(30)))).hasSize(1);
        assertThat(reopened(file, NOW.plus(Duration.ofDays(30)).plusNanos(1))).isEmpty();
    }

    @Test
    void a_reservation_of_which_nothing_more_is_known_stays_for_the_longest_window() {
        append(reserved("1", NOW));
        assertThat(reopened(file, LATER)).containsExactly(reserved("1", NOW));
        assertThat(reopened(file, LATER.plusNanos(1))).isEmpty();
    }

    @Test
    void what_was_sent_stays_as_long_counted_from_when_it_was_sent() {
        final StateEntry sent = new StateEntry.Sent("1", NOW.minusSeconds(5));
        append(reserved("1", NOW), sent);
        assertThat(reopened(file, LATER.minusSeconds(5))).containsExactly(reserved("1", NOW), sent);
        assertThat(reopened(file, LATER.minusSeconds(4))).isEmpty();
    }

    @Test
    void a_released_permit_leaves_nothing() {
        append(reserved("1", NOW), reserved("2", NOW), new StateEntry.Released("1", false));
        append(new StateEntry.Sent("2", NOW), new StateEntry.Released("2", false));
        assertThat(reopened(file)).isEmpty();
    }

    @Test
    void a_permit_that_was_released_for_its_sim_alone_still_counts_for_the_rest() {
        final StateEntry[] permit = {
            reserved("1", NOW), new StateEntry.Sent("1", NOW), new StateEntry.Released("1", true)
        };
        append(permit);
        assertThat(reopened(file)).containsExactly(permit);
        assertThat(reopened(file, LATER.plusNanos(1))).isEmpty();
    }

    @Test
    void what_belongs_to_no_reservation_is_dropped() {
        append(new StateEntry.Sent("1", NOW), new StateEntry.Released("2", true), new StateEntry.Released("3", false));
        assertThat(reopened(file)).isEmpty();
    }

    @Test
    void a_hold_stays_until_it_is_over() {
        final StateEntry held = new StateEntry.Held(LimitScope.SIM, Optional.of(SIM), NOW, NOW.plusSeconds(60));
        append(held);
        assertThat(reopened(file, NOW.plusSeconds(59))).containsExactly(held);
        assertThat(reopened(file, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void a_clock_that_went_back_drops_nothing() {
        final StateEntry held = new StateEntry.Held(LimitScope.SIM, Optional.of(SIM), NOW, NOW.plusSeconds(60));
        append(held, reserved("1", NOW), value(SIM, 1, NOW));
        assertThat(reopened(file, Instant.EPOCH)).hasSize(3);
    }

    @Test
    void ten_thousand_sims_keep_their_last_values() {
        final List<StateEntry> last = new ArrayList<>();
        try (FileStateStore store = open(file)) {
            for (int round = 0; round < 2; round++) {
                for (int sim = 0; sim < 10_000; sim++) {
                    final StateEntry entry = value(new CarrierSimId(String.format("%09d", sim)), round, NOW);
                    store.append(ACCOUNT, entry);
                    if (round == 1) {
                        last.add(entry);
                    }
                }
            }
        }
        assertThat(reopened(file).equals(last)).isTrue();
    }

    @Test
    void a_file_of_which_all_matters_is_not_written_again() throws IOException {
        append(value(SIM, 1, NOW));
        final Object before =
                Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        assertThat(reopened(file)).hasSize(1);
        assertThat(Files.readAttributes(file, BasicFileAttributes.class).fileKey())
                .isEqualTo(before);
    }

    private void append(final StateEntry... entries) {
        try (FileStateStore store = open(file)) {
            for (final StateEntry entry : entries) {
                store.append(ACCOUNT, entry);
            }
        }
    }
}
