package dev.anycarrier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.Pages;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testing.Fetches;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagedStreamTest {

    private final Fetches fetches = new Fetches();
    private ScriptedThreads threads = ScriptedThreads.atOnce();

    @Test
    void nothing_is_fetched_before_the_first_item_is_wanted_and_one_page_for_it() {
        try (Stream<String> items = stream(Optional.empty())) {
            assertThat(fetches.cursors()).isEmpty();
            assertThat(items.findFirst()).contains("a1");
            assertThat(fetches.cursors()).containsExactly("");
        }
    }

    @Test
    void the_page_after_the_one_that_is_read_is_fetched_and_none_after_that() {
        fetches.page("b", List.of("b1", "b2"), Optional.of("c")).page("c", List.of("c1"), Optional.of("d"));
        final Iterator<String> items = stream(Optional.empty()).iterator();
        assertThat(items.next()).isEqualTo("a1");
        assertThat(fetches.cursors()).containsExactly("");
        assertThat(items.next()).isEqualTo("a2");
        assertThat(fetches.cursors()).containsExactly("", "b");
        assertThat(items.next()).isEqualTo("b1");
        assertThat(fetches.cursors()).containsExactly("", "b");
        assertThat(items.next()).isEqualTo("b2");
        assertThat(fetches.cursors()).containsExactly("", "b", "c");
    }

    @Test
    void a_closed_stream_asks_for_no_further_page() {
        fetches.page("b", List.of("b1", "b2"), Optional.of("c"));
        final Stream<String> items = stream(Optional.empty());
        final Iterator<String> iterator = items.iterator();
        assertThat(iterator.next()).isEqualTo("a1");
        assertThat(iterator.next()).isEqualTo("a2");
        items.close();
        assertThat(iterator.hasNext()).isFalse();
        assertThat(fetches.cursors()).containsExactly("", "b");
    }

    @Test
    void without_another_thread_the_reader_fetches_a_page_when_its_turn_comes() {
        threads = ScriptedThreads.none();
        final Iterator<String> items = stream(Optional.empty()).iterator();
        assertThat(items.next()).isEqualTo("a1");
        assertThat(items.next()).isEqualTo("a2");
        assertThat(fetches.cursors()).containsExactly("");
        assertThat(items.next()).isEqualTo("b1");
        assertThat(items.next()).isEqualTo("b2");
        assertThat(items.hasNext()).isFalse();
        assertThat(fetches.cursors()).containsExactly("", "b");
    }

    @Test
    void a_page_whose_thread_begins_only_after_the_stream_was_closed_is_not_fetched() {
        final Stream<String> items = stream(Optional.empty());
        final Iterator<String> iterator = items.iterator();
        assertThat(iterator.next()).isEqualTo("a1");
        threads.holdBack();
        assertThat(iterator.next()).isEqualTo("a2");
        items.close();
        threads.runHeldBack();
        assertThat(threads.interruptions()).isEqualTo(1);
        assertThat(fetches.cursors()).containsExactly("");
    }

    @Test
    void an_error_of_the_fetch_reaches_the_reader_as_it_is() {
        final Error error = new StackOverflowError();
        final Pages<String> pages = new Pages<>(Optional.empty(), 100, cursor -> {
            throw error;
        });
        assertThatThrownBy(() -> PagedStream.of(ports(), pages, item -> true).toList())
                .isSameAs(error);
    }

    @Test
    void an_empty_page_with_a_next_one_is_followed() {
        fetches.page("c", List.of(), Optional.of("d")).page("d", List.of("d1"), Optional.empty());
        assertThat(stream(Optional.of("c")).toList()).containsExactly("d1");
    }

    @Test
    void what_was_read_before_a_failure_stays_and_the_rest_can_be_resumed() {
        fetches.failing(
                "b",
                UsageException.unavailable(UnavailableCause.NETWORK, "connection lost")
                        .build());
        final List<String> read = new ArrayList<>();
        assertThatThrownBy(() -> stream(Optional.empty()).forEach(read::add))
                .isInstanceOfSatisfying(UsageException.class, failure -> {
                    assertThat(failure.resumeAt()).contains("b");
                    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
                });
        assertThat(read).containsExactly("a1", "a2");
        fetches.page("b", List.of("b1"), Optional.empty());
        assertThat(stream(Optional.of("b")).toList()).containsExactly("b1");
    }

    @Test
    void a_failure_ahead_is_told_when_the_reader_gets_there_and_from_then_on() {
        fetches.failing(
                "b",
                UsageException.unavailable(UnavailableCause.NETWORK, "connection lost")
                        .build());
        final Iterator<String> items = stream(Optional.empty()).iterator();
        assertThat(items.next()).isEqualTo("a1");
        assertThat(items.next()).isEqualTo("a2");
        assertThat(fetches.cursors()).containsExactly("", "b");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(items::hasNext)
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            failure -> assertThat(failure.resumeAt()).contains("b"));
        }
        assertThat(fetches.cursors()).containsExactly("", "b");
    }

    @Test
    void an_item_that_moved_to_the_next_page_is_reported_once() {
        fetches.page("b", List.of("a2", "b1"), Optional.empty());
        final RecentKeys seen = new RecentKeys();
        assertThat(PagedStream.of(ports(), pages(Optional.empty()), seen).toList())
                .containsExactly("a1", "a2", "b1");
    }

    @Test
    void only_recent_items_are_remembered() {
        final RecentKeys seen = new RecentKeys();
        assertThat(seen.test("first")).isTrue();
        for (int i = 0; i < RecentKeys.REMEMBERED - 1; i++) {
            assertThat(seen.test("item " + i)).isTrue();
        }
        assertThat(seen.test("first")).isFalse();
        assertThat(seen.test("one more")).isTrue();
        assertThat(seen.test("first")).isTrue();
    }

    private Stream<String> stream(final Optional<String> start) {
        return PagedStream.of(ports(), pages(start), item -> true);
    }

    private Ports ports() {
        return Ports.system().withThreads(threads);
    }

    private Pages<String> pages(final Optional<String> start) {
        return new Pages<>(start, 100, this::fetch);
    }

    private Page<String> fetch(final Optional<String> cursor) {
        return fetches.fetch(cursor);
    }
}
