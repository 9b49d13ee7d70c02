package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Callers who wait, wherever they wait, keep nobody else from running. */
class ManyCallersTest {

    private static final int CALLERS = 50;

    static Stream<CallerThreads> threads() {
        return CallerThreads.available().stream();
    }

    @ParameterizedTest
    @MethodSource("threads")
    void two_hundred_callers_who_wait_leave_room_for_one_more(final CallerThreads threads) throws Exception {
        try (RawServer silent = RawServer.start(talk -> {
                    talk.readRequest();
                    talk.awaitClose();
                });
                RawServer withoutTls = RawServer.start(Talk::awaitClose);
                FullPort full = new FullPort()) {
            final BoundedHttpClient client =
                    new Clients.With().maximumConnections(3 * CALLERS).open();
            final List<Waiter> waiters = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                waiters.add(Waiter.start(threads, () -> Clients.get(client, silent.uri("/"))));
                waiters.add(Waiter.start(threads, () -> Clients.get(client, full.uri())));
                waiters.add(Waiter.start(threads, () -> Clients.get(client, withoutTls.secureUri("localhost", "/"))));
            }
            silent.awaitRequests(CALLERS);
            while (client.openConnections() < 3 * CALLERS) {
                Thread.onSpinWait();
            }
            for (int i = 0; i < CALLERS; i++) {
                final Waiter forConnection = Waiter.start(threads, () -> Clients.get(client, silent.uri("/")));
                forConnection.awaitBlocked();
                waiters.add(forConnection);
            }
            final CountDownLatch ran = new CountDownLatch(1);
            threads.start(ran::countDown);
            assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
            client.close();
            for (final Waiter waiter : waiters) {
                assertThat(waiter.failure().kind()).isEqualTo(Kind.CANCELLED);
            }
            assertThat(client.openConnections()).isZero();
        }
    }

    @Test
    void callers_on_the_common_pool_are_answered_though_they_outnumber_connections_and_threads() throws Exception {
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client =
                        new Clients.With().maximumConnections(1).open()) {
            final List<CompletableFuture<HttpResponse>> answers = IntStream.range(0, CALLERS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> Clients.get(client, server.uri("/"))))
                    .toList();
            for (final CompletableFuture<HttpResponse> answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
            }
            assertThat(server.requests()).hasSize(CALLERS);
        }
    }
}
