package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
                    .andMayBreak("LIFECYCLE-02", "LIFECYCLE-09"),
            Saboteur.of(
                            "CONCURRENCY-02",
                            "swallows the interruption",
                            () -> AcmeWith.usage(LifecycleSaboteurs::swallowingTheInterruption))
                    .andMayBreak("CONCURRENCY-04"),
            Saboteur.of(
                            "LIFECYCLE-04",
                            "starts a thread and forgets it",
                            () -> AcmeWith.provider(LifecycleSaboteurs::startingAThread))
                    .andMayBreak("LIFECYCLE-06"),
            Saboteur.of("LIFECYCLE-05", "ends all accounts with the first", Together::new),
            Saboteur.of(
                    "LIFECYCLE-06",
                    "keeps a connection of its own",
                    () -> AcmeWith.provider(LifecycleSaboteurs::connecting)),
            Saboteur.of("LIFECYCLE-06", "closes its carrier for good with the second account", ClosedForGood::new),
            Saboteur.of(
                    "LIFECYCLE-07",
                    "closes what only a question opens",
                    () -> AcmeWith.provider((acme, context) -> new Lazy(acme))),
            Saboteur.of(
                            "LIFECYCLE-08",
                            "says farewell",
                            () -> AcmeWith.provider((acme, context) -> new Polite(acme, context)))
                    .andMayBreak("LIFECYCLE-07"),
            Saboteur.of(
                    "LIFECYCLE-09",
                    "takes the ends of its questions for an outage",
                    () -> AcmeWith.provider((acme, context) -> new Counting(acme))));

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

    private static UsageProvider connecting(final UsageProvider acme, final ProviderContext context) {
        final URI carrier = DiscoverySaboteurs.endpoint(context.settings());
        try {
            final Socket kept = new Socket(carrier.getHost(), carrier.getPort());
            return new SameProvider(acme) {
                @Override
                public UsageReport usage(final SimId sim) {
                    if (kept.isClosed()) {
                        throw UsageException.unavailable(UnavailableCause.NETWORK, "the connection is gone")
                                .build();
                    }
                    return super.usage(sim);
                }
            };
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Its carrier bears one closed account, and no second. One must be borne, since a carrier is known by its address: a
     * rule that is tried in two ways may meet the port of the first way's carrier again.
     */
    private static final class ClosedForGood extends AcmeWith.Factory {

        private static final int BORNE = 1;

        private final Map<URI, Integer> closed = new ConcurrentHashMap<>();

        @Override
        public UsageProvider create(final ProviderContext context) {
            final URI carrier = DiscoverySaboteurs.endpoint(context.settings());
            final AtomicBoolean open = new AtomicBoolean(true);
            return new SameProvider(super.create(context)) {
                @Override
                public UsageReport usage(final SimId sim) {
                    if (closed.getOrDefault(carrier, 0) > BORNE) {
                        throw UsageException.of(Kind.CANCELLED, "closed").build();
                    }
                    return super.usage(sim);
                }

                @Override
                public void close() {
                    if (open.getAndSet(false)) {
                        closed.merge(carrier, 1, Integer::sum);
                    }
                }
            };
        }
    }

    private static final class Lazy extends SameProvider {

        private final AtomicReference<UsageReport> last = new AtomicReference<>();

        Lazy(final UsageProvider acme) {
            super(acme);
        }

        @Override
        public UsageReport usage(final SimId sim) {
            last.set(super.usage(sim));
            return last.get();
        }

        @Override
        public void close() {
            last.get().warnings().forEach(warning -> {});
        }
    }

    private static final class Polite extends SameProvider {

        private final ProviderContext context;

        Polite(final UsageProvider acme, final ProviderContext context) {
            super(acme);
            this.context = context;
        }

        @Override
        public void close() {
            try {
                context.transport(Authentication.none())
                        .send(HttpRequest.of("GET", DiscoverySaboteurs.endpoint(context.settings())));
            } catch (final UsageException e) {
                // Whoever is gone needs no farewell.
            }
        }
    }

    /** Three failures in a row are an outage, whatever they were. */
    private static final class Counting extends SameProvider {

        private final AtomicInteger failures = new AtomicInteger();

        Counting(final UsageProvider acme) {
            super(acme);
        }

        @Override
        public UsageReport usage(final SimId sim) {
            try {
                final UsageReport report = super.usage(sim);
                failures.set(0);
                return report;
            } catch (final UsageException e) {
                throw failures.incrementAndGet() > 3
                        ? UsageException.unavailable(UnavailableCause.CARRIER_ERROR, "an outage")
                                .build()
                        : e;
            }
        }
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
