package dev.anycarrier.engine.resilience;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;

/** What a failure says about the health of the carrier: the one place where that is decided. */
enum Verdict {
    /** The carrier answered, if only with a refusal: it is well. */
    ANSWERED,
    /** The carrier gave no usable answer. */
    FAILED,
    /** The carrier was not asked, or not given the time to answer. */
    NOTHING_LEARNT;

    static Verdict on(final UsageException failure) {
        return switch (failure.kind()) {
            case UNAVAILABLE -> neverAsked(failure) ? NOTHING_LEARNT : FAILED;
            case CANCELLED, DEADLINE_EXCEEDED -> NOTHING_LEARNT;
            case REJECTED_INPUT, UNSUPPORTED, TOO_MANY_REQUESTS ->
                failure.status().isPresent() ? ANSWERED : NOTHING_LEARNT;
            case AUTHENTICATION_FAILED, PERMISSION_DENIED, NOT_FOUND, GONE, PROTOCOL, TOO_LARGE, INVALID_DATA ->
                ANSWERED;
        };
    }

    /** Whether it failed on our side, before the carrier had a part in it. */
    static boolean neverAsked(final UsageException failure) {
        return failure.unavailableCause()
                .filter(cause -> cause == UnavailableCause.LOCAL || cause == UnavailableCause.CIRCUIT_OPEN)
                .isPresent();
    }
}
