package dev.anycarrier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.Pages;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages that are fetched on real threads, ahead of the reader. */
class PageAheadTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final CountDownLatch fetching = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

    @Test
    void all_items_come_in_order_though_pages_come_from_other_threads_and_never_two_at_once() {
        final AtomicInteger fetchers = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final Pages<Integer> pages = new Pages<>(Optional.empty(), 1_000, cursor -> {
            most.accumulateAndGet(fetchers.incrementAndGet(), Math::max);
            final int page = cursor.map(Integer::parseInt).orElse(0);
            fetchers.decrementAndGet();
            return new Page<>(
                    List.of(2 * page, 2 * page + 1),
                    page == 499 ? Optional.empty() : Optional.of(String.valueOf(page + 1)));
        });
        assertThat(PagedStream.of(Ports.system(), pages, item -> true))
                .containsExactlyElementsOf(IntStream.range(0, 1_000).boxed().toList());
        assertThat(most).hasValue(1);
    }

    @Test
    void the_reader_reads_on_while_the_next_page_is_fetched() throws Exception {
        final Iterator<String> items = stream(this::hang).iterator();
        assertThat(items.next()).isEqualTo("a1");
        assertThat(items.next()).isEqualTo("a2");
        assertThat(fetching.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(items.next()).isEqualTo("a3");
        never.countDown();
        assertThat(items.next()).isEqualTo("b1");
        assertThat(items.hasNext()).isFalse();
    }

    @Test
    void closing_interrupts_the_fetch_under_way() throws Exception {
        final Stream<String> stream = stream(this::hang);
        final Iterator<String> items = stream.iterator();
        items.next();
        items.next();
        assertThat(fetching.await(10, TimeUnit.SECONDS)).isTrue();
        stream.close();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(items.hasNext()).isFalse();
    }

    @Test
    void closing_from_another_thread_ends_a_reader_who_waits() throws Exception {
        final Stream<String> stream = stream(this::hang);
        final CompletableFuture<List<String>> read = CompletableFuture.supplyAsync(stream::toList);
        assertThat(fetching.await(10, TimeUnit.SECONDS)).isTrue();
        stream.close();
        assertThat(List.of("a1", "a2", "a3")).containsAll(read.get(10, TimeUnit.SECONDS));
    }

    @Test
    void an_interrupted_reader_is_not_held_by_a_fetch_that_ignores_it() throws Exception {
        final CompletableFuture<UsageException> failure = new CompletableFuture<>();
        final CompletableFuture<Boolean> flag = new CompletableFuture<>();
        final Thread reader = new Thread(() -> {
            failure.complete(catchThrowableOfType(
                    UsageException.class, () -> stream(this::ignore).toList()));
            flag.complete(Thread.currentThread().isInterrupted());
        });
        reader.start();
        assertThat(fetching.await(10, TimeUnit.SECONDS)).isTrue();
        reader.interrupt();
        assertThat(failure.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CANCELLED);
        assertThat(failure.get().resumeAt()).contains("b");
        assertThat(failure.get()).hasMessageContaining("explained");
        assertThat(flag.get(10, TimeUnit.SECONDS)).isTrue();
        never.countDown();
    }

    @Test
    void a_reader_with_the_flag_set_gets_no_page_though_it_is_there() throws Exception {
        final Iterator<String> items = stream(() -> {}).iterator();
        assertThat(items.next()).isEqualTo("a1");
        assertThat(items.next()).isEqualTo("a2");
        assertThat(items.next()).isEqualTo("a3");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(items::hasNext)
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.CANCELLED));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_page_that_never_comes_is_waited_for_no_longer_than_the_patience() throws Exception {
        final ManualTime time = new ManualTime();
        final Iterator<String> items = stream(Ports.system().withTime(time), () -> {
                    time.advance(PATIENCE);
                    fetching.countDown();
                    ignore();
                })
                .iterator();
        assertThat(items.next()).isEqualTo("a1");
        assertThat(items.next()).isEqualTo("a2");
        assertThat(fetching.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(items.next()).isEqualTo("a3");
        final UsageException failure = catchThrowableOfType(UsageException.class, items::hasNext);
        assertThat(failure.kind()).isEqualTo(Kind.DEADLINE_EXCEEDED);
        assertThat(failure.resumeAt()).contains("b");
        assertThat(failure).hasMessageContaining("explained");
        never.countDown();
    }

    private void hang() {
        try {
            never.await();
        } catch (final InterruptedException e) {
            interrupted.complete(true);
            throw UsageException.of(Kind.CANCELLED, "interrupted").build();
        }
    }

    private void ignore() {
        boolean over = false;
        while (!over) {
            try {
                never.await();
                over = true;
            } catch (final InterruptedException e) {
                // As a bad plugin would.
            }
        }
    }

    private Stream<String> stream(final Runnable beforeTheSecondPage) {
        return stream(Ports.system(), () -> {
            fetching.countDown();
            beforeTheSecondPage.run();
        });
    }

    private static Stream<String> stream(final Ports ports, final Runnable beforeTheSecondPage) {
        final Pages<String> pages = new Pages<>(Optional.empty(), 10, cursor -> {
            if (cursor.isEmpty()) {
                return new Page<>(List.of("a1", "a2", "a3"), Optional.of("b"));
            }
            beforeTheSecondPage.run();
            return new Page<>(List.of("b1"), Optional.empty());
        });
        final UnaryOperator<UsageException> explained =
                failure -> failure.toBuilder().question("explained").build();
        return PagedStream.of(ports, pages, item -> true, PATIENCE, explained);
    }
}
