package dev.anycarrier.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.InvalidStateException;
import dev.anycarrier.engine.sweep.SweepPlan.CheckpointPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    private static final Set<String> ACCOUNTS = Set.of("one", "two");

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("sweep.checkpoint");
    }

    @Test
    void what_was_appended_is_there_when_it_is_opened_again() {
        final Checkpoint first = open("input");
        assertThat(first.wasAcknowledged("one", "one", 3)).isFalse();
        first.append("one", 3, 4);
        first.append("one", 0, 2);
        first.append("two", 7, 8);
        first.close();

        final Checkpoint second = open("input");
        assertThat(second.complete()).isEmpty();
        assertThat(acknowledged(second, "one", 5)).containsExactly(true, true, false, true, false);
        assertThat(acknowledged(second, "two", 9))
                .containsExactly(false, false, false, false, false, false, false, true, false);
        second.complete(4);
        second.close();

        final Checkpoint third = open("input");
        assertThat(third.complete()).hasValue(4);
        third.close();
    }

    @Test
    void only_its_owner_can_read_it() throws IOException {
        open("input").close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void another_sweep_cannot_use_it_meanwhile() {
        final Checkpoint first = open("input");

        assertThatThrownBy(() -> open("input"))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("another sweep is using it");
        first.close();
        open("input").close();
    }

    @Test
    void one_of_another_input_is_refused() {
        open("input").close();

        assertThatThrownBy(() -> open("other"))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("of another input");
    }

    @Test
    void a_foreign_file_and_one_of_another_format_are_refused_and_left_alone() throws IOException {
        for (final String foreign : List.of("hello\n", "\n", "x".repeat(10_000), "anycarrier-state 1\n", "{}")) {
            Files.writeString(file, foreign);
            assertThatThrownBy(() -> open("input"))
                    .isInstanceOf(InvalidStateException.class)
                    .hasMessageContaining("no checkpoint of a sweep");
            assertThat(Files.readString(file)).isEqualTo(foreign);
        }
        Files.writeString(file, "anycarrier-sweep 2\nwhatever\n");
        assertThatThrownBy(() -> open("input"))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("format 2");
    }

    @Test
    void a_torn_tail_of_any_length_is_cut_and_nothing_else_is_lost() throws IOException {
        final Checkpoint written = open("input");
        written.append("one", 0, 1);
        written.append("one", 1, 2);
        written.close();
        final byte[] whole = Files.readAllBytes(file);
        final int lastLine = lastLine(whole);
        for (int length = lastLine; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            final Checkpoint opened = open("input");
            assertThat(acknowledged(opened, "one", 2)).containsExactly(true, false);
            opened.append("one", 5, 6);
            opened.close();

            final Checkpoint again = open("input");
            assertThat(acknowledged(again, "one", 6)).containsExactly(true, false, false, false, false, true);
            again.close();
        }
    }

    @Test
    void a_changed_byte_anywhere_is_refused_or_forgets_but_never_invents() throws IOException {
        final Checkpoint written = open("input");
        written.append("one", 0, 1);
        written.append("one", 2, 3);
        written.append("two", 4, 5);
        written.close();
        final byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            for (final int flip : new int[] {1, 0x10, 0x80}) {
                final byte[] damaged = whole.clone();
                damaged[at] ^= (byte) flip;
                Files.write(file, damaged);
                opensWithNoMore(damaged, at);
            }
        }
    }

    @Test
    void a_file_cut_anywhere_is_refused_or_forgets_but_never_invents() throws IOException {
        final Checkpoint written = open("input");
        written.append("one", 0, 1);
        written.append("two", 4, 5);
        written.close();
        final byte[] whole = Files.readAllBytes(file);
        for (int length = 1; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            opensWithNoMore(whole, length);
        }
    }

    @Test
    void it_is_rewritten_when_it_has_grown() throws IOException {
        final Checkpoint written = open("input");
        for (long position = 0; position < 200_000; position++) {
            written.append("one", 2 * position + 1, 2 * position + 2);
            if (position % 1024 == 0) {
                written.append("one", 0, 2 * position + 2);
            }
        }
        written.close();
        assertThat(Files.size(file)).isLessThan(5L << 20);

        final Checkpoint opened = open("input");
        assertThat(opened.wasAcknowledged("one", "one", 399_999)).isTrue();
        assertThat(opened.wasAcknowledged("one", "one", 399_998)).isFalse();
        assertThat(opened.wasAcknowledged("one", "one", 0)).isTrue();
        opened.close();
    }

    @Test
    void with_other_accounts_the_unknown_are_looked_at_again_and_the_known_are_kept() {
        final Checkpoint written = open("input");
        written.append("one", 0, 1);
        written.append(Lane.UNKNOWN_ACCOUNTS, 0, 9);
        written.complete(9);
        written.close();

        final Checkpoint opened = Checkpoint.open(new CheckpointPlace(file, "input"), Set.of("three"));
        assertThat(opened.complete()).isEmpty();
        assertThat(opened.wasAcknowledged(Lane.UNKNOWN_ACCOUNTS, "three", 5)).isFalse();
        assertThat(opened.wasAcknowledged(Lane.UNKNOWN_ACCOUNTS, "one", 0)).isTrue();
        opened.close();
    }

    @Test
    void a_place_that_cannot_be_written_is_named() {
        assertThatThrownBy(() -> Checkpoint.open(
                        new CheckpointPlace(folder.resolve("missing").resolve("file"), "input"), ACCOUNTS))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("missing");
    }

    private void opensWithNoMore(final byte[] content, final int at) throws IOException {
        final boolean[] one = {true, false, true, false, false, false};
        final boolean[] two = {false, false, false, false, true, false};
        try {
            final Checkpoint opened = open("input");
            for (int position = 0; position < one.length; position++) {
                assertThat(opened.wasAcknowledged("one", "one", position) && !one[position])
                        .as("at %s of %s", at, new String(content, StandardCharsets.ISO_8859_1))
                        .isFalse();
                assertThat(opened.wasAcknowledged("two", "two", position) && !two[position])
                        .isFalse();
            }
            opened.close();
        } catch (final InvalidStateException e) {
            assertThat(e).hasMessageContaining("sweep.checkpoint");
        }
    }

    private Checkpoint open(final String identity) {
        return Checkpoint.open(new CheckpointPlace(file, identity), ACCOUNTS);
    }

    private static int lastLine(final byte[] whole) {
        int start = whole.length - 1;
        while (whole[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static Boolean[] acknowledged(final Checkpoint checkpoint, final String lane, final int count) {
        final Boolean[] each = new Boolean[count];
        for (int position = 0; position < count; position++) {
            each[position] = checkpoint.wasAcknowledged(lane, lane, position);
        }
        return each;
    }
}
