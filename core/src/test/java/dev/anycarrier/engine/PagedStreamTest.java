package dev.anycarrier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.Pages;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testing.Fetches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagedStreamTest {

    private final Fetches fetches = new Fetches();

    @Test
    void pages_are_fetched_as_the_stream_is_read_and_not_before() {
        try (Stream<String> items = stream(Optional.empty())) {
            assertThat(fetches.cursors()).isEmpty();
            assertThat(items.limit(3).toList()).containsExactly("a1", "a2", "b1");
            assertThat(fetches.cursors()).containsExactly("", "b");
        }
    }

    @Test
    void a_closed_stream_asks_for_no_further_page() {
        final Stream<String> items = stream(Optional.empty());
        final var iterator = items.iterator();
        assertThat(iterator.next()).isEqualTo("a1");
        assertThat(iterator.next()).isEqualTo("a2");
        items.close();
        assertThat(iterator.hasNext()).isFalse();
        assertThat(fetches.cursors()).containsExactly("");
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
    void an_item_that_moved_to_the_next_page_is_reported_once() {
        fetches.page("b", List.of("a2", "b1"), Optional.empty());
        final RecentKeys seen = new RecentKeys();
        assertThat(PagedStream.of(pages(Optional.empty()), seen).toList()).containsExactly("a1", "a2", "b1");
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
        return PagedStream.of(pages(start), item -> true);
    }

    private Pages<String> pages(final Optional<String> start) {
        return new Pages<>(start, 100, this::fetch);
    }

    private Page<String> fetch(final Optional<String> cursor) {
        return fetches.fetch(cursor);
    }
}
