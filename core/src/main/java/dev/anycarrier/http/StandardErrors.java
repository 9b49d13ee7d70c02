package dev.anycarrier.http;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.RetryAfter;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.InstantSource;

/** Turns an answer that is no success into an error: by its status first, then by what the provider knows of its body. */
final class StandardErrors {

    private final InstantSource clock;
    private final ErrorMapping mapping;

    StandardErrors(final InstantSource clock, final ErrorMapping mapping) {
        this.clock = clock;
        this.mapping = mapping;
    }

    UsageException read(final HttpResponse answer) {
        final CarrierError error = CarrierError.read(answer);
        final UsageException.Builder standard = byStatus(answer.status()).status(answer.status());
        error.code().ifPresent(standard::carrierCode);
        if (saysWhen(answer.status())) {
            RetryAfter.read(answer.headers(), clock.instant())
                    .ifPresent(wait -> standard.notBefore(clock.instant().plus(wait)));
        }
        return mapping.map(error, standard).build();
    }

    /** Elsewhere a {@code Retry-After} has no say: the status decides whether asking again can help. */
    private static boolean saysWhen(final int status) {
        return status == 429 || status == 503;
    }

    private static UsageException.Builder byStatus(final int status) {
        final String said = "HTTP " + status;
        return switch (status) {
            case 400, 409, 422 -> UsageException.of(Kind.REJECTED_INPUT, said);
            case 401 -> UsageException.of(Kind.AUTHENTICATION_FAILED, said);
            case 402, 403, 451 -> UsageException.of(Kind.PERMISSION_DENIED, said);
            case 404 -> UsageException.of(Kind.NOT_FOUND, said);
            case 407 ->
                UsageException.unavailable(UnavailableCause.NETWORK, said + ": a proxy asks for credentials")
                        .retryable(false);
            case 408, 421, 425 -> UsageException.unavailable(UnavailableCause.CARRIER_ERROR, said);
            case 410 -> UsageException.of(Kind.GONE, said);
            case 429 -> UsageException.of(Kind.TOO_MANY_REQUESTS, said);
            case 501, 505, 511 ->
                UsageException.unavailable(UnavailableCause.CARRIER_ERROR, said).retryable(false);
            default -> byClass(status, said);
        };
    }

    private static UsageException.Builder byClass(final int status, final String said) {
        return switch (status / 100) {
            case 2 -> UsageException.of(Kind.INVALID_DATA, said + " where only 200 is promised");
            case 3 -> UsageException.of(Kind.PROTOCOL, said + ": redirects are not followed");
            case 5 -> UsageException.unavailable(UnavailableCause.CARRIER_ERROR, said);
            default -> UsageException.of(Kind.PROTOCOL, said + " is not expected here");
        };
    }
}
