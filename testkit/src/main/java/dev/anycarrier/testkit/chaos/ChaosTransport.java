package dev.anycarrier.testkit.chaos;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A transport on which some requests meet a fault that another seed would not have thrown: failures of every kind that a
 * transport may throw, statuses in place of answers, bodies that are not what was sent. Whatever it throws, it sends each
 * request once or not at all. Thread-safe; the n-th request meets the n-th fault, whichever thread sends it.
 *
 * <p>It never throws {@link Kind#CANCELLED} of its own accord: only who asks can be interrupted.
 */
public final class ChaosTransport implements Transport {

    private static final int LONGEST_WAIT = 5;
    private static final int GARBLED_BYTES = 3;
    private static final byte[] REFUSAL = {'{', '}'};

    private final Transport transport;
    private final ChaosOptions options;
    private final List<ChaosFault> faults;
    private final AtomicLong requests = new AtomicLong();

    /** Puts chaos before a transport. */
    public ChaosTransport(final Transport transport, final ChaosOptions options) {
        this.transport = Objects.requireNonNull(transport, "transport");
        this.options = options;
        this.faults = options.inOrder();
    }

    @Override
    public HttpResponse send(final HttpRequest request) {
        final SplittableRandom random = dice(requests.getAndIncrement());
        if (random.nextDouble() >= options.probability()) {
            return transport.send(request);
        }
        final ChaosFault fault = faults.get(random.nextInt(faults.size()));
        options.listener().accept(fault);
        return switch (fault) {
            case NO_CONNECTION -> throw unavailable(UnavailableCause.NETWORK, "no connection could be made");
            case NO_SECURE_CONNECTION -> throw unavailable(UnavailableCause.TLS, "no secure connection could be made");
            case CONNECTION_LOST -> throw after(request, unavailable(UnavailableCause.NETWORK, "the connection broke"));
            case ATTEMPT_TIMEOUT ->
                throw after(request, unavailable(UnavailableCause.ATTEMPT_TIMEOUT, "the answer took too long"));
            case DEADLINE -> throw after(request, failure(Kind.DEADLINE_EXCEEDED, "the time of the call is over"));
            case PROTOCOL -> throw after(request, failure(Kind.PROTOCOL, "the answer is not HTTP as it should be"));
            case TOO_LARGE -> throw after(request, failure(Kind.TOO_LARGE, "the answer passes a bound"));
            case UNAUTHORIZED -> refusal(401, HttpHeaders.none());
            case TOO_MANY_REQUESTS ->
                refusal(
                        429,
                        HttpHeaders.none().with("Retry-After", Integer.toString(1 + random.nextInt(LONGEST_WAIT))));
            case OUT_OF_SERVICE -> refusal(503, HttpHeaders.none());
            case TRUNCATED_BODY -> truncated(transport.send(request), random);
            case GARBLED_BODY -> garbled(transport.send(request), random);
            case EMPTY_BODY -> withBody(transport.send(request), new byte[0]);
            case DELAY -> delayed(request, random);
        };
    }

    /** One for each request, so that no other request has a say in its fault. */
    private SplittableRandom dice(final long request) {
        return new SplittableRandom(new SplittableRandom(options.seed()).nextLong() + request);
    }

    /** The failure, after the request was sent and its answer dropped; a true failure comes first. */
    private UsageException after(final HttpRequest request, final UsageException failure) {
        transport.send(request);
        return failure;
    }

    private HttpResponse delayed(final HttpRequest request, final SplittableRandom random) {
        final Duration delay =
                Duration.ofNanos(random.nextLong(options.longestDelay().toNanos() + 1));
        try {
            options.sleeper().sleep(delay);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(Kind.CANCELLED, "interrupted during a delay");
        }
        return transport.send(request);
    }

    private static HttpResponse refusal(final int status, final HttpHeaders headers) {
        return new HttpResponse(status, headers.with("Content-Type", "application/json"), REFUSAL.clone());
    }

    private static HttpResponse truncated(final HttpResponse answer, final SplittableRandom random) {
        final int length = answer.body().length;
        return length == 0 ? answer : withBody(answer, Arrays.copyOf(answer.body(), random.nextInt(length)));
    }

    private static HttpResponse garbled(final HttpResponse answer, final SplittableRandom random) {
        final byte[] body = answer.body().clone();
        for (int changed = 0; changed < GARBLED_BYTES && body.length > 0; changed++) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return withBody(answer, body);
    }

    private static HttpResponse withBody(final HttpResponse answer, final byte[] body) {
        return new HttpResponse(answer.status(), answer.headers(), body);
    }

    private static UsageException unavailable(final UnavailableCause cause, final String detail) {
        return UsageException.unavailable(cause, "chaos: " + detail).build();
    }

    private static UsageException failure(final Kind kind, final String detail) {
        return UsageException.of(kind, "chaos: " + detail).build();
    }
}
