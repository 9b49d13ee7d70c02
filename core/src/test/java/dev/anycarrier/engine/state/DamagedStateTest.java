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

import dev.anycarrier.call.InvalidStateException;
import dev.anycarrier.engine.port.StateEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedStateTest {

    private static final List<StateEntry> ENTRIES =
            List.of(reserved("1", NOW), new StateEntry.Sent("1", NOW), value(SIM, 5, NOW));

    @TempDir
    Path folder;

    private Path file;
    private byte[] good = {};

    @BeforeEach
    void fill_a_file() throws IOException {
        file = folder.resolve("state");
        try (FileStateStore store = open(file)) {
            ENTRIES.forEach(entry -> store.append(ACCOUNT, entry));
        }
        good = Files.readAllBytes(file);
    }

    @Test
    void a_file_cut_off_at_any_byte_of_its_last_line_or_its_header_holds_the_lines_that_are_whole() throws IOException {
        final int last = new String(good, 0, good.length - 1, StandardCharsets.US_ASCII).lastIndexOf('\n');
        for (int length = 0; length < good.length; length = length == LogLine.HEADER.length() + 1 ? last : length + 1) {
            final byte[] cut = Arrays.copyOf(good, length);
            Files.write(file, cut);
            final long lines = new String(cut, StandardCharsets.US_ASCII)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            final int whole = (int) Math.max(0, lines - 1);
            try (FileStateStore store = open(file)) {
                assertThat(restored(store, ACCOUNT)).as("cut at %d", length).isEqualTo(ENTRIES.subList(0, whole));
                store.append(ACCOUNT, reserved("2", NOW));
            }
            assertThat(reopened(file)).as("appended at %d", length).hasSize(whole + 1);
        }
    }

    @Test
    void any_changed_bit_of_a_whole_line_is_found() throws IOException {
        for (int index = 0; index < good.length - 1; index++) {
            final byte[] changed = good.clone();
            changed[index] = (byte) (changed[index] ^ 1 << (index % 8));
            Files.write(file, changed);
            assertThatThrownBy(() -> reopened(file))
                    .as("byte %d", index)
                    .isInstanceOf(InvalidStateException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("line ")
                    .hasMessageNotContaining(SIM.value());
            assertThat(Files.readAllBytes(file)).as("left as it is").isEqualTo(changed);
        }
    }

    @Test
    void a_line_that_is_missing_its_beginning_is_found() throws IOException {
        Files.writeString(file, new String(good, StandardCharsets.US_ASCII) + "\n");
        refused("line 5: its checksum does not fit");
    }

    @Test
    void an_entry_that_this_version_does_not_know_is_refused_with_its_line() throws IOException {
        final byte[] line = LogLine.of("{\"account\":\"a\",\"entry\":\"future\"}");
        Files.write(file, line, StandardOpenOption.APPEND);
        refused("line 5: entry is not a word that this version knows");
    }

    @Test
    void json_that_does_not_fit_is_refused_with_its_line() throws IOException {
        Files.write(file, LogLine.of("{\"account\":"), StandardOpenOption.APPEND);
        refused("line 5: it is no valid JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anycarrier-state 2\n", "anycarrier-state 10\nwhatever\n"})
    void a_newer_version_is_refused(final String content) throws IOException {
        Files.writeString(file, content);
        refused("and this program knows version 1 alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "x",
                "anycarrier-state 1x",
                "anycarrier-state 1\r\n",
                "anycarrier-state 0\n",
                "anycarrier-state \n",
                "airalo.provider=airalo\n",
                "\0\0\0\0",
                " anycarrier-state 1\n"
            })
    void a_foreign_file_is_refused_and_left_as_it_is(final String content) throws IOException {
        Files.writeString(file, content);
        refused("line 1: it does not begin as a state file does");
        assertThat(file).hasContent(content);
    }

    @Test
    void a_file_without_any_line_end_is_not_read_for_ever() throws IOException {
        final byte[] endless = new byte[LogLine.LONGEST + 100_000];
        Arrays.fill(endless, (byte) 'x');
        Files.write(file, endless);
        refused("line 1: it is longer than any line may be");
    }

    @Test
    void what_a_compaction_left_behind_when_it_was_killed_is_no_harm() throws IOException {
        Files.writeString(folder.resolve("state.new"), "half");
        assertThat(reopened(file)).isEqualTo(ENTRIES);
        assertThat(folder.resolve("state.new")).doesNotExist();
    }

    @Test
    void a_folder_is_refused() throws IOException {
        Files.delete(file);
        Files.createDirectory(file);
        refused("it is a folder");
    }

    @Test
    void a_file_in_the_place_of_its_folder_is_refused() {
        final Path under = file.resolve("deeper/state");
        assertThatThrownBy(() -> open(under))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining(under.toString());
    }

    private void refused(final String problem) {
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageStartingWith(file + " cannot be used: ")
                .hasMessageContaining(problem);
    }
}
