package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Ways not to come to an end, or to bring others to theirs. */
final class LifecycleSaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                    "LIFECYCLE-01",
                    "complains when it is closed again",
                    () -> AcmeWith.provider((acme, context) -> new Complaining(acme))),
            Saboteur.of(
                    "LIFECYCLE-02",
                    "answers from memory after it was closed",
                    () -> AcmeWith.provider((acme, context) -> new Remembering(acme))),
            Saboteur.of(
                            "LIFECYCLE-03",
                            "takes being closed for a fault of the carrier",
                            () -> AcmeWith.usage(LifecycleSaboteurs::blamingTheCarrier))
                    .andMayBreak("LIFECYCLE-02"),
            Saboteur.of(
                    "CONCURRENCY-02",
                    "swallows the interruption",
                    () -> AcmeWith.usage(LifecycleSaboteurs::swallowingTheInterruption)),
            Saboteur.of(
                    "LIFECYCLE-04",
                    "starts a thread and forgets it",
                    () -> AcmeWith.provider(LifecycleSaboteurs::startingAThread)),
            Saboteur.of("LIFECYCLE-05", "ends all accounts with the first", Together::new));

    private LifecycleSaboteurs() {}

    private static UsageReport blamingTheCarrier(final UsageProvider acme, final SimId sim) {
        try {
            return acme.usage(sim);
        } catch (final UsageException e) {
            throw e.kind() == Kind.CANCELLED && !Thread.currentThread().isInterrupted()
                    ? UsageException.unavailable(UnavailableCause.NETWORK, "the connection is gone")
                            .build()
                    : e;
        }
    }

    private static UsageReport swallowingTheInterruption(final UsageProvider acme, final SimId sim) {
        try {
            return acme.usage(sim);
        } finally {
            Thread.interrupted();
        }
    }

    private static UsageProvider startingAThread(final UsageProvider acme, final ProviderContext context) {
        final CountDownLatch never = new CountDownLatch(1);
        final Thread thread = new Thread(
                () -> {
                    try {
                        never.await(5, TimeUnit.SECONDS);
                    } catch (final InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "forgotten");
        thread.setDaemon(true);
        thread.start();
        return acme;
    }

    private static final class Complaining extends SameProvider {

        private final AtomicBoolean closed = new AtomicBoolean();

        Complaining(final UsageProvider acme) {
            super(acme);
        }

        @Override
        public void close() {
            if (!closed.compareAndSet(false, true)) {
                throw new IllegalStateException("closed already");
            }
        }
    }

    private static final class Remembering extends SameProvider {

        private final AtomicReference<UsageReport> last = new AtomicReference<>();
        private final AtomicBoolean closed = new AtomicBoolean();

        Remembering(final UsageProvider acme) {
            super(acme);
        }

        @Override
        public UsageReport usage(final SimId sim) {
            if (closed.get()) {
                return last.get();
            }
            last.set(super.usage(sim));
            return last.get();
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }

    private static final class Together extends AcmeWith.Factory {

        private final AtomicBoolean closed = new AtomicBoolean();

        @Override
        public UsageProvider create(final ProviderContext context) {
            closed.set(false);
            return new SameProvider(super.create(context)) {
                @Override
                public UsageReport usage(final SimId sim) {
                    if (closed.get()) {
                        throw UsageException.of(Kind.CANCELLED, "closed").build();
                    }
                    return super.usage(sim);
                }

                @Override
                public void close() {
                    closed.set(true);
                }
            };
        }
    }
}
