package dev.anycarrier.simulation.fault;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.airalo.AiraloProviderFactory;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.engine.port.Worker;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;

/** An account of Airalo on the system's threads, whose carrier answers in memory. */
final class RealThreads {

    private RealThreads() {}

    static Anycarrier open(
            final Threads threads, final Function<HttpRequest, Reply> answers, final String... settings) {
        return Anycarrier.builder()
                .settings(Scene.settings("airalo", settings).build())
                .classLoader(new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader()))
                .factory(new AiraloProviderFactory())
                .ports(Ports.system().withThreads(threads))
                .wires((account, options) -> new MemoryWire(answers))
                .build();
    }

    /** As Airalo answers when all is well. */
    static Reply answer(final HttpRequest request) {
        return request.uri().getPath().endsWith("/token")
                ? Reply.token("planted-token", Duration.ofHours(24))
                : Reply.balance(1024);
    }

    /** Virtual threads, where the JDK has them. */
    static Optional<ExecutorService> virtualThreads() {
        if (Runtime.version().feature() < 21) {
            return Optional.empty();
        }
        try {
            return Optional.of((ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
        } catch (final ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** The system's threads, counted as they are started. */
    record Counted(AtomicInteger started) implements Threads {

        Counted() {
            this(new AtomicInteger());
        }

        @Override
        public Lock lock() {
            return Threads.system().lock();
        }

        @Override
        public Worker start(final String name, final Runnable task) {
            started.incrementAndGet();
            return Threads.system().start(name, task);
        }
    }

    record MemoryWire(Function<HttpRequest, Reply> answers) implements Wire {

        @Override
        public HttpResponse send(final HttpRequest request, final long deadline, final Written written) {
            written.sent();
            final Reply reply = answers.apply(request);
            return new HttpResponse(
                    reply.status(), HttpHeaders.none(), reply.body().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void dropIdleConnections() {}

        @Override
        public void close() {}
    }
}
