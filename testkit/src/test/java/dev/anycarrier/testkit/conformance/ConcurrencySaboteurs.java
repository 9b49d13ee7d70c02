package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Ways to get into one another's way. */
final class ConcurrencySaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                            "CONCURRENCY-03",
                            "serves one question at a time",
                            () -> AcmeWith.provider((acme, context) -> new OneAtATime(acme)))
                    .andMayBreak("CONCURRENCY-01"),
            Saboteur.of(
                            "CONCURRENCY-04",
                            "begins by clearing the flag",
                            () -> AcmeWith.usage((acme, sim) -> {
                                Thread.interrupted();
                                return acme.usage(sim);
                            }))
                    .andMayBreak("CONCURRENCY-06"),
            Saboteur.of(
                            "CONCURRENCY-05",
                            "fetches tokens itself, and takes every failure for wrong credentials",
                            () -> AcmeWithTokens.authentication(FetchingItself::new))
                    .at(new AcmeWithTokens.Simulator())
                    .andMayBreak("CONCURRENCY-04"),
            Saboteur.of(
                    "CONCURRENCY-06",
                    "has had enough after an interruption",
                    () -> AcmeWith.provider((acme, context) -> new Offended(acme))));

    private ConcurrencySaboteurs() {}

    private record FetchingItself(Authentication.TokenExchange exchange, ProviderContext context)
            implements Authentication.Signing {

        @Override
        public HttpRequest apply(final HttpRequest request) {
            try {
                return exchange.apply(request, exchange.fetchToken(context.transport(Authentication.none())));
            } catch (final UsageException e) {
                throw UsageException.of(Kind.AUTHENTICATION_FAILED, "no token").build();
            }
        }
    }

    private static final class OneAtATime extends SameProvider {

        private final ReentrantLock lock = new ReentrantLock();

        OneAtATime(final UsageProvider acme) {
            super(acme);
        }

        @Override
        public UsageReport usage(final SimId sim) {
            try {
                lock.lockInterruptibly();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw UsageException.of(Kind.CANCELLED, "interrupted").build();
            }
            try {
                return super.usage(sim);
            } finally {
                lock.unlock();
            }
        }
    }

    private static final class Offended extends SameProvider {

        private volatile boolean offended;

        Offended(final UsageProvider acme) {
            super(acme);
        }

        @Override
        public UsageReport usage(final SimId sim) {
            if (offended) {
                throw UsageException.of(Kind.CANCELLED, "interrupted before").build();
            }
            try {
                return super.usage(sim);
            } catch (final UsageException e) {
                offended = e.kind() == Kind.CANCELLED;
                throw e;
            }
        }
    }
}
