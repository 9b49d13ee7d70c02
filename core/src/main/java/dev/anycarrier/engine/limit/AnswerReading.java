package dev.anycarrier.engine.limit;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What an answer says about limits, whatever they are here.
 *
 * @param status its status
 * @param retryAfter for 429 and 503: how long to wait, if it says so; on any other status the header means nothing
 * @param declared what its limit headers say, if the provider declared their meaning
 */
record AnswerReading(int status, Optional<Duration> retryAfter, Optional<LimitHeaderReading> declared) {

    static final int UNAUTHORIZED = 401;
    static final int TOO_MANY_REQUESTS = 429;
    static final int UNAVAILABLE = 503;

    /** Whether it says nothing but that the request was no refused one. */
    boolean isPlain() {
        return status != UNAUTHORIZED && status != TOO_MANY_REQUESTS && retryAfter.isEmpty() && declared.isEmpty();
    }

    static AnswerReading of(
            final HttpResponse response, final Optional<RateLimitHeaders> declared, final InstantSource clock) {
        final int status = response.status();
        final boolean mayAskToWait = status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
        if (!mayAskToWait && declared.isEmpty()) {
            return new AnswerReading(status, Optional.empty(), Optional.empty());
        }
        final Instant now = clock.instant();
        return new AnswerReading(
                status,
                // A wait of 0 says no more than no wait.
                mayAskToWait
                        ? RetryAfter.read(response.headers(), now).filter(wait -> !wait.isZero())
                        : Optional.empty(),
                declared.map(meaning -> LimitHeaderReading.of(response.headers(), meaning, now)));
    }
}
