package dev.anycarrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testing.AcmeFactory;
import dev.anycarrier.testing.Fetches;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimUsage;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records added up by SIM, whose pages are read one after the other on one thread. */
@Timeout(60)
class UsageBySimTest {

    private static final UsageRecordQuery JANUARY =
            UsageRecordQuery.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));

    private final ManualTime time = new ManualTime();
    private final Fetches fetches = new Fetches();

    @Test
    void the_records_of_all_pages_are_added_up() {
        assertThat(sums(fetches)).isEqualTo(used(40));
        assertThat(fetches.cursors()).containsExactly("", "b");
    }

    @Test
    void each_page_has_the_time_of_a_call_and_is_asked_for_again_by_itself() {
        final AtomicInteger fetched = new AtomicInteger();
        fetches.page("b", List.of("b1"), Optional.of("c"))
                .page("c", List.of("c1"), Optional.empty())
                .before(cursor -> {
                    time.advance(Duration.ofSeconds(5));
                    if (fetched.incrementAndGet() % 2 == 1) {
                        throw UsageException.unavailable(UnavailableCause.NETWORK, "not now")
                                .build();
                    }
                    time.advance(Duration.ofSeconds(5));
                });
        assertThat(sums(fetches)).isEqualTo(used(40));
        assertThat(fetches.cursors()).containsExactly("", "", "b", "b", "c", "c");
    }

    @Test
    void a_page_that_cannot_be_had_leaves_no_sum_and_nothing_to_take_up_again() {
        fetches.failing(
                "b", UsageException.of(Kind.PERMISSION_DENIED, "not that page").build());
        final UsageException failure = catchThrowableOfType(UsageException.class, () -> sums(fetches));
        assertThat(failure.kind()).isEqualTo(Kind.PERMISSION_DENIED);
        assertThat(failure.resumeAt()).isEmpty();
        assertThat(failure.account()).contains("acme");
        assertThat(failure.question()).isPresent();
        assertThat(failure.correlationId()).isPresent();
    }

    @Test
    void a_provider_that_trips_over_a_page_is_as_good_as_a_page_that_cannot_be_read() {
        fetches.before(cursor -> {
            throw new IllegalStateException("planted-secret");
        });
        assertThatThrownBy(() -> sums(fetches))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA))
                .hasMessageNotContaining("planted-secret");
    }

    @Test
    void no_page_is_asked_for_once_the_caller_has_left() throws Exception {
        final CountDownLatch underWay = new CountDownLatch(1);
        final CountDownLatch left = new CountDownLatch(1);
        fetches.page("b", List.of("b1"), Optional.of("c")).before(cursor -> {
            if (cursor.equals("b")) {
                underWay.countDown();
                awaitUninterruptibly(left);
            }
        });
        final CompletableFuture<UsageException> failure = new CompletableFuture<>();
        try (Anycarrier carriers = open(fetches)) {
            final Thread caller = new Thread(() -> failure.complete(catchThrowableOfType(
                    UsageException.class, () -> carriers.account("acme").usageBySim(JANUARY))));
            caller.start();
            underWay.await();
            caller.interrupt();
            assertThat(failure.get().kind()).isEqualTo(Kind.CANCELLED);
            left.countDown();
        }
        assertThat(fetches.cursors()).containsExactly("", "b");
    }

    @Test
    void no_page_is_asked_for_once_the_account_is_closed() {
        final AtomicInteger closings = new AtomicInteger();
        fetches.page("b", List.of("b1"), Optional.of("c"));
        try (Anycarrier carriers = open(fetches)) {
            final CarrierAccount account = carriers.account("acme");
            fetches.before(cursor -> {
                if (cursor.equals("b") && closings.getAndIncrement() == 0) {
                    new Thread(carriers::close).start();
                    awaitClosed(account);
                }
            });
            assertThatThrownBy(() -> account.usageBySim(JANUARY))
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.CANCELLED))
                    .hasMessageContaining("closed");
        }
        assertThat(fetches.cursors()).containsExactly("", "b");
    }

    @Test
    void a_caller_without_time_asks_for_no_page() {
        try (Anycarrier carriers = open(fetches)) {
            assertThatThrownBy(() -> carriers.account("acme")
                            .usageBySim(JANUARY, CallOptions.defaults().withDeadline(Duration.ZERO)))
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.DEADLINE_EXCEEDED));
        }
        assertThat(fetches.cursors()).isEmpty();
    }

    private static void awaitUninterruptibly(final CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
                break;
            } catch (final InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitClosed(final CarrierAccount account) {
        while (true) {
            try {
                account.usage(Iccid.of("8944465400000217735"));
            } catch (final UsageException e) {
                if (e.kind() == Kind.CANCELLED) {
                    return;
                }
            }
            Thread.onSpinWait();
        }
    }

    private static List<SimUsage> used(final long bytes) {
        final TimePeriod january = TimePeriod.between(JANUARY.from(), JANUARY.to());
        return List.of(new SimUsage(
                CarrierSimId.of("000000001"),
                Optional.empty(),
                List.of(new UsageCounter(Service.DATA, Quantity.bytes(bytes), Optional.of(january)))));
    }

    private List<SimUsage> sums(final Fetches pages) {
        try (Anycarrier carriers = open(pages)) {
            return carriers.account("acme").usageBySim(JANUARY);
        }
    }

    private Anycarrier open(final Fetches pages) {
        return Anycarrier.builder()
                .factory(new AcmeFactory().withRecords(pages))
                .settings(Settings.of(Map.of(
                        "acme.provider", "acme",
                        "acme.base-url", "https://example.com",
                        "acme.api-key", "planted-secret",
                        "acme.deadline", "20s")))
                .ports(Ports.system().withTime(time))
                .build();
    }
}
