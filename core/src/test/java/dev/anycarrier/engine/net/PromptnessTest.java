package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An interruption and a close end an exchange within 100 milliseconds, wherever it waits and whatever thread it is on. */
class PromptnessTest {

    private static final Duration PROMPT = Duration.ofMillis(100);

    /** A busy machine may keep a thread from running; it does not do so every time. */
    private static final int TRIES = 5;

    static Stream<Arguments> places() {
        return CallerThreads.available().stream()
                .flatMap(threads -> Stream.of(Place.values()).map(place -> Arguments.of(threads, place)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void an_interrupted_exchange_ends_at_once_with_the_flag_kept(final CallerThreads threads, final Place place)
            throws Exception {
        assertPrompt(place, threads, true);
    }

    @ParameterizedTest
    @MethodSource("places")
    void an_exchange_of_a_client_that_is_closed_ends_at_once(final CallerThreads threads, final Place place)
            throws Exception {
        assertPrompt(place, threads, false);
    }

    private static void assertPrompt(final Place place, final CallerThreads threads, final boolean byInterruption)
            throws Exception {
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < TRIES && best.compareTo(PROMPT) >= 0; i++) {
            final Duration taken = place.end(threads, byInterruption);
            best = taken.compareTo(best) < 0 ? taken : best;
        }
        assertThat(best).isLessThan(PROMPT);
    }

    /** Where an exchange waits. */
    enum Place {
        FOR_A_FREE_CONNECTION {
            @Override
            Duration end(final CallerThreads threads, final boolean byInterruption) throws Exception {
                final Semaphore reached = new Semaphore(0);
                try (RawServer server = RawServer.start(stalling(reached, ""))) {
                    final BoundedHttpClient client =
                            new Clients.With().maximumConnections(1).open();
                    final Waiter first = Waiter.start(() -> Clients.get(client, server.uri("/")));
                    reached.acquire();
                    final Waiter second = Waiter.start(threads, () -> Clients.get(client, server.uri("/")));
                    second.awaitBlocked();
                    final Duration taken = end(second, client, byInterruption);
                    client.close();
                    assertThat(first.failure().kind()).isEqualTo(Kind.CANCELLED);
                    return taken;
                }
            }
        },

        CONNECTING {
            @Override
            Duration end(final CallerThreads threads, final boolean byInterruption) throws Exception {
                try (FullPort port = new FullPort()) {
                    final BoundedHttpClient client = Clients.open();
                    final Waiter waiter = Waiter.start(threads, () -> Clients.get(client, port.uri()));
                    while (client.openConnections() == 0) {
                        Thread.onSpinWait();
                    }
                    return endLast(waiter, client, byInterruption);
                }
            }
        },

        IN_THE_TLS_HANDSHAKE {
            @Override
            Duration end(final CallerThreads threads, final boolean byInterruption) throws Exception {
                final Semaphore reached = new Semaphore(0);
                try (RawServer server = RawServer.start(talk -> {
                    talk.awaitSomething();
                    reached.release();
                    talk.awaitClose();
                })) {
                    final BoundedHttpClient client = Clients.open();
                    final Waiter waiter =
                            Waiter.start(threads, () -> Clients.get(client, server.secureUri("localhost", "/")));
                    reached.acquire();
                    return endLast(waiter, client, byInterruption);
                }
            }
        },

        FOR_THE_FIRST_BYTE {
            @Override
            Duration end(final CallerThreads threads, final boolean byInterruption) throws Exception {
                return end(threads, byInterruption, "");
            }
        },

        IN_THE_HEAD {
            @Override
            Duration end(final CallerThreads threads, final boolean byInterruption) throws Exception {
                return end(threads, byInterruption, "HTTP/1.1 200 OK\r\nX-Stalled: ");
            }
        },

        IN_A_STALLED_BODY {
            @Override
            Duration end(final CallerThreads threads, final boolean byInterruption) throws Exception {
                return end(threads, byInterruption, Answers.headOnly("200 OK", "Content-Length: 50000") + "x");
            }
        },

        IN_A_DRIPPING_BODY {
            @Override
            Duration end(final CallerThreads threads, final boolean byInterruption) throws Exception {
                final Semaphore reached = new Semaphore(0);
                return end(threads, byInterruption, reached, talk -> {
                    talk.readRequest();
                    talk.send(Answers.headOnly("200 OK", "Content-Length: 50000"));
                    reached.release();
                    talk.drip("x".repeat(50_000));
                });
            }
        };

        /** How long it took from the interruption or the close until the exchange was over. */
        abstract Duration end(CallerThreads threads, boolean byInterruption) throws Exception;

        static Duration end(final CallerThreads threads, final boolean byInterruption, final String beginning)
                throws Exception {
            final Semaphore reached = new Semaphore(0);
            return end(threads, byInterruption, reached, stalling(reached, beginning));
        }

        static Duration end(
                final CallerThreads threads,
                final boolean byInterruption,
                final Semaphore reached,
                final RawServer.Conversation conversation)
                throws Exception {
            try (RawServer server = RawServer.start(conversation)) {
                final BoundedHttpClient client = Clients.open();
                final Waiter waiter = Waiter.start(threads, () -> Clients.get(client, server.uri("/")));
                reached.acquire();
                return endLast(waiter, client, byInterruption);
            }
        }

        static RawServer.Conversation stalling(final Semaphore reached, final String beginning) {
            return talk -> {
                talk.readRequest();
                talk.send(beginning);
                reached.release();
                talk.awaitClose();
            };
        }

        static Duration endLast(final Waiter waiter, final BoundedHttpClient client, final boolean byInterruption) {
            final Duration taken = end(waiter, client, byInterruption);
            assertThat(client.openConnections()).isZero();
            client.close();
            return taken;
        }

        static Duration end(final Waiter waiter, final BoundedHttpClient client, final boolean byInterruption) {
            final long began = TimeSource.system().nanoTime();
            if (byInterruption) {
                waiter.interrupt();
            } else {
                client.close();
            }
            final UsageException failure = waiter.failure();
            assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
            assertThat(waiter.flagKept()).isEqualTo(byInterruption);
            return Duration.ofNanos(waiter.endedAt() - began);
        }
    }
}
