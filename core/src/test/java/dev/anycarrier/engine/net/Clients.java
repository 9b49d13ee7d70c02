package dev.anycarrier.engine.net;

import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** Clients for tests, and short ways to use them. */
final class Clients {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final int MAXIMUM_BODY = 100_000;

    private Clients() {}

    /** Options one by one, beginning with plain ones. */
    static final class With {
        private Duration connectTimeout = PATIENCE;
        private int maximumConnections = 4;
        private Duration idleTime = Duration.ofMinutes(1);
        private boolean reuse = true;
        private Optional<URI> proxy = Optional.empty();
        private boolean allowHttp;
        private boolean allowPrivateAddress;
        private TlsOptions tls = TlsOptions.standard();
        private TimeSource time = TimeSource.system();
        private NameResolver resolver = NameResolver.system();
        private Threads threads = Threads.system();

        With connectTimeout(final Duration timeout) {
            connectTimeout = timeout;
            return this;
        }

        With maximumConnections(final int maximum) {
            maximumConnections = maximum;
            return this;
        }

        With idleTime(final Duration longest) {
            idleTime = longest;
            return this;
        }

        With withoutReuse() {
            reuse = false;
            return this;
        }

        With proxy(final URI address) {
            proxy = Optional.of(address);
            return this;
        }

        With httpAllowed() {
            allowHttp = true;
            return this;
        }

        With privateAddressesAllowed() {
            allowPrivateAddress = true;
            return this;
        }

        With tls(final TlsOptions options) {
            tls = options;
            return this;
        }

        With time(final TimeSource source) {
            time = source;
            return this;
        }

        With resolver(final NameResolver names) {
            resolver = names;
            return this;
        }

        /** Where its reads are watched from. */
        With threads(final Threads ofWatch) {
            threads = ofWatch;
            return this;
        }

        BoundedHttpClient open() {
            return new BoundedHttpClient(
                    new HttpClientOptions(
                            connectTimeout,
                            maximumConnections,
                            idleTime,
                            reuse,
                            MAXIMUM_BODY,
                            "anycarrier/test",
                            proxy,
                            allowHttp,
                            allowPrivateAddress,
                            tls),
                    time,
                    resolver,
                    new ReadWatch(threads, time));
        }
    }

    static BoundedHttpClient open() {
        return new With().open();
    }

    static HttpResponse get(final BoundedHttpClient client, final URI uri) {
        return send(client, HttpRequest.of("GET", uri));
    }

    static HttpResponse send(final BoundedHttpClient client, final HttpRequest request) {
        return client.send(request, in(PATIENCE), new Told());
    }

    /** How a GET fails; it must. */
    static UsageException failure(final BoundedHttpClient client, final URI uri) {
        return failure(client, uri, PATIENCE);
    }

    static UsageException failure(final BoundedHttpClient client, final URI uri, final Duration time) {
        return failure(client, uri, time, new Told());
    }

    static UsageException failure(final BoundedHttpClient client, final URI uri, final Duration time, final Told told) {
        return Assertions.catchThrowableOfType(
                UsageException.class, () -> client.send(HttpRequest.of("GET", uri), in(time), told));
    }

    static long in(final Duration time) {
        return TimeSource.system().nanoTime() + time.toNanos();
    }

    static String text(final HttpResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
