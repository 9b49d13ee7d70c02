package dev.anycarrier.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.UsageException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PagesTest {

    private final List<Optional<String>> fetched = new ArrayList<>();

    @Test
    void pages_are_fetched_one_by_one_when_asked_for() {
        final Pages<Integer> pages = pages(10, cursor -> page(cursor.equals(Optional.of("b")) ? null : "b"));
        assertThat(fetched).isEmpty();

        assertThat(pages.next().next()).contains("b");
        assertThat(fetched).hasSize(1);
        assertThat(pages.hasNext()).isTrue();
        assertThat(pages.next().next()).isEmpty();
        assertThat(pages.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(pages::next);
        assertThat(fetched).containsExactly(Optional.empty(), Optional.of("b"));
    }

    @Test
    void an_empty_page_with_a_cursor_is_followed() {
        final Pages<Integer> pages = new Pages<>(
                Optional.empty(),
                10,
                cursor -> new Page<>(List.of(), cursor.isEmpty() ? Optional.of("b") : Optional.empty()));
        pages.next();

        assertThat(pages.hasNext()).isTrue();
        assertThat(pages.next().items()).isEmpty();
    }

    @Test
    void a_cursor_that_names_its_own_page_ends_the_walk() {
        final Pages<Integer> pages = pages(10, cursor -> page("a"));
        pages.next();
        pages.next();

        assertBroken(pages, "a");
        assertThat(fetched).hasSize(2);
    }

    @Test
    void a_cursor_that_comes_back_later_ends_the_walk() {
        final Pages<Integer> pages = pages(10, cursor -> page(cursor.equals(Optional.of("a")) ? "b" : "a"));
        pages.next();
        pages.next();
        pages.next();

        assertBroken(pages, "a");
        assertThat(fetched).hasSize(3);
    }

    @Test
    void a_walk_that_is_taken_up_again_knows_the_cursor_it_starts_from() {
        final Pages<Integer> pages = new Pages<>(Optional.of("a"), 10, cursor -> page("a"));
        pages.next();

        assertBroken(pages, "a");
    }

    @Test
    void cursors_that_never_end_are_cut() {
        final Pages<Integer> pages = pages(3, cursor -> page("c" + fetched.size()));
        pages.next();
        pages.next();
        pages.next();

        assertBroken(pages, "c3");
        assertThat(fetched).hasSize(3);
    }

    @Test
    void empty_pages_in_a_row_are_followed_up_to_a_bound() {
        final Pages<Integer> pages = pages(
                10 * Pages.MAXIMUM_EMPTY_PAGES,
                cursor ->
                        new Page<>(fetched.size() == 500 ? List.of(1) : List.of(), Optional.of("c" + fetched.size())));
        for (int i = 0; i < 500 + Pages.MAXIMUM_EMPTY_PAGES; i++) {
            pages.next();
        }
        assertThat(pages.position()).contains("c1500");
        assertBroken(pages, "c1500");
        assertThat(fetched).hasSize(1500);
    }

    @Test
    void pages_of_which_nothing_is_wanted_are_not_empty() {
        final Pages<Integer> pages = pages(
                10 * Pages.MAXIMUM_EMPTY_PAGES,
                cursor -> new Page<>(
                        List.of(), fetched.size() == 3000 ? Optional.empty() : Optional.of("c" + fetched.size()), 1));
        for (int i = 0; i < 3000; i++) {
            pages.next();
        }
        assertThat(pages.hasNext()).isFalse();
    }

    @Test
    void a_page_that_fails_can_be_asked_for_again_and_says_where() {
        final Pages<Integer> pages = pages(10, cursor -> {
            if (fetched.size() == 2) {
                throw UsageException.unavailable(UnavailableCause.NETWORK, "gone")
                        .build();
            }
            return page(cursor.isEmpty() ? "b" : null);
        });
        pages.next();

        final UsageException failure = catchThrowableOfType(UsageException.class, pages::next);
        assertThat(failure.resumeAt()).contains("b");
        assertThat(failure.unavailableCause()).contains(UnavailableCause.NETWORK);
        assertThat(pages.hasNext()).isTrue();
        assertThat(pages.next().next()).isEmpty();
        assertThat(fetched).containsExactly(Optional.empty(), Optional.of("b"), Optional.of("b"));
    }

    private Pages<Integer> pages(final int maximum, final Function<Optional<String>, Page<Integer>> answer) {
        return new Pages<>(Optional.empty(), maximum, cursor -> {
            fetched.add(cursor);
            return answer.apply(cursor);
        });
    }

    private static Page<Integer> page(final String next) {
        return new Page<>(List.of(1), Optional.ofNullable(next));
    }

    private static void assertBroken(final Pages<Integer> pages, final String resumeAt) {
        final UsageException failure = catchThrowableOfType(UsageException.class, pages::next);
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure.resumeAt()).contains(resumeAt);
        assertThat(pages.hasNext()).isFalse();
    }
}
