package dev.anycarrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testing.AcmeFactory;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.watch.CacheUse;
import dev.anycarrier.watch.CallEnd;
import dev.anycarrier.watch.CallStart;
import dev.anycarrier.watch.CallWatch;
import dev.anycarrier.watch.Operation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What those hear who listen to an Anycarrier. */
class ListenerTest {

    private static final SimId SIM = SimId.parse("8944465400000217735");
    private static final SimId OTHER = SimId.parse("8944465400000217736");
    private static final Map<String, String> SETTINGS = Map.of(
            "acme-eu.provider", "acme",
            "acme-eu.base-url", "https://eu.example.com",
            "acme-eu.maximum-age", "1h",
            "acme-eu.maximum-attempts", "1",
            "acme-eu.api-key", "planted-secret");

    private final Heard heard = new Heard();

    @Test
    void a_call_tells_whom_it_asks_and_where_its_answer_comes_from() {
        try (Anycarrier carriers = open(new AcmeFactory())) {
            carriers.account("acme-eu").usage(SIM);
            carriers.account("acme-eu").usage(SIM, CallOptions.defaults().withCorrelationId("mine"));
        }
        assertThat(heard.starts).hasSize(2).allSatisfy(start -> {
            assertThat(start.provider()).isEqualTo("acme");
            assertThat(start.account()).isEqualTo("acme-eu");
            assertThat(start.operation()).isEqualTo(Operation.USAGE);
            assertThat(start.sim()).contains(SIM);
            assertThat(start.node()).isEmpty();
        });
        assertThat(heard.starts.get(1).correlationId()).contains("mine");
        assertThat(heard.ends).extracting(CallEnd::cache).containsExactly(CacheUse.ASKED, CacheUse.FRESH);
        assertThat(heard.ends)
                .noneMatch(CallEnd::failed)
                .allMatch(end -> end.age().isPresent());
    }

    @Test
    void failures_and_stale_answers_are_told_as_the_caller_gets_them() {
        final AtomicBoolean away = new AtomicBoolean();
        try (Anycarrier carriers = open(new AcmeFactory().answering((context, sim) -> {
            if (away.get()) {
                throw UsageException.unavailable(UnavailableCause.NETWORK, "away")
                        .build();
            }
            return AcmeFactory.twoGibibytes(context, sim);
        }))) {
            final CallOptions now = CallOptions.defaults().withMaximumAge(Duration.ZERO);
            final CarrierAccount account = carriers.account("acme-eu");
            account.usage(SIM);
            away.set(true);
            account.usage(SIM, now.whenStale(WhenStale.SERVE));
            final UsageException failure = catchThrowableOfType(UsageException.class, () -> account.usage(OTHER, now));
            assertThat(heard.ends.get(1).cache()).isEqualTo(CacheUse.STALE);
            assertThat(heard.ends.get(1).failed()).isFalse();
            assertThat(heard.ends.get(1).failure()).isPresent();
            assertThat(heard.ends.get(2).failure()).containsSame(failure);
            assertThat(heard.ends.get(2).failed()).isTrue();
            assertThat(heard.ends.get(2).cache()).isEqualTo(CacheUse.ASKED);
            final UsageException refused =
                    catchThrowableOfType(UsageException.class, () -> account.usage(SimId.parse("no-iccid")));
            assertThat(refused.kind()).isEqualTo(Kind.REJECTED_INPUT);
            assertThat(heard.ends.get(3).failure()).containsSame(refused);
            assertThat(heard.ends.get(3).cache()).isEqualTo(CacheUse.NONE);
        }
    }

    @Test
    void one_who_waits_for_the_answer_to_another_s_question_has_joined() throws InterruptedException {
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch answer = new CountDownLatch(1);
        try (Anycarrier carriers = open(new AcmeFactory().answering((context, sim) -> {
            asked.countDown();
            await(answer);
            return AcmeFactory.twoGibibytes(context, sim);
        }))) {
            final Thread first = new Thread(() -> carriers.account("acme-eu").usage(SIM));
            final Thread second = new Thread(() -> carriers.account("acme-eu").usage(SIM));
            first.start();
            asked.await();
            second.start();
            while (second.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            answer.countDown();
            first.join();
            second.join();
        }
        assertThat(heard.ends).extracting(CallEnd::cache).containsExactlyInAnyOrder(CacheUse.ASKED, CacheUse.JOINED);
    }

    @Test
    void a_sweep_and_accounts_are_told_when_they_begin_and_end() {
        try (Anycarrier carriers = open(new AcmeFactory())) {
            assertThat(heard.events).containsExactly("opened acme-eu");
            try (Sweep sweep = carriers.sweep(List.of(new SimRef("acme-eu", SIM)))) {
                sweep.run(outcome -> heard.events.add("outcome"));
            }
            carriers.apply(Settings.of(withOther("acme-eu.maximum-age", "2h")));
        }
        assertThat(heard.events)
                .containsExactly(
                        "opened acme-eu",
                        "sweep began",
                        "outcome",
                        "sweep ended",
                        "opened acme-eu",
                        "closed acme-eu",
                        "closed acme-eu");
    }

    @Test
    void a_sweep_that_never_asked_is_not_told() {
        try (Anycarrier carriers = open(new AcmeFactory())) {
            carriers.sweep(List.of()).close();
        }
        assertThat(heard.events).containsExactly("opened acme-eu", "closed acme-eu");
    }

    @Test
    void a_listener_that_fails_breaks_nothing_and_keeps_no_other_from_hearing() {
        final AnycarrierListener broken = start -> {
            throw new IllegalStateException("broken");
        };
        try (Anycarrier carriers = Anycarrier.builder()
                .factory(new AcmeFactory())
                .settings(Settings.of(SETTINGS))
                .listener(broken)
                .listener(heard)
                .build()) {
            carriers.account("acme-eu").usage(SIM);
        }
        assertThat(heard.ends).hasSize(1);
    }

    private Anycarrier open(final AcmeFactory factory) {
        return Anycarrier.builder()
                .factory(factory)
                .settings(Settings.of(SETTINGS))
                .listener(heard)
                .build();
    }

    private static Map<String, String> withOther(final String name, final String value) {
        final Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put(name, value);
        return settings;
    }

    private static void await(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Heard implements AnycarrierListener {

        private final List<CallStart> starts = new CopyOnWriteArrayList<>();
        private final List<CallEnd> ends = new CopyOnWriteArrayList<>();
        private final List<String> events = new CopyOnWriteArrayList<>();

        @Override
        public CallWatch called(final CallStart start) {
            starts.add(start);
            return ends::add;
        }

        @Override
        public void opened(final CarrierAccount account) {
            events.add("opened " + account.name());
        }

        @Override
        public void closed(final CarrierAccount account) {
            events.add("closed " + account.name());
        }

        @Override
        public void sweepBegan(final Sweep sweep) {
            events.add("sweep began");
        }

        @Override
        public void sweepEnded(final Sweep sweep) {
            events.add("sweep ended");
        }
    }
}
