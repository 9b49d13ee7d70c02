package dev.anycarrier.cluster.redis;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Failures of the store as the engine knows them. Stateless. */
final class Failures {

    private Failures() {}

    static UsageException unavailable(final String detail) {
        return UsageException.unavailable(UnavailableCause.LOCAL, detail).build();
    }

    static UsageException interrupted() {
        return UsageException.of(Kind.CANCELLED, "interrupted while Redis was asked")
                .build();
    }

    /** What Redis or the way to it said; nothing is repeated of it but the code of an error. */
    static String reason(final Throwable failure) {
        final Throwable cause = cause(failure);
        if (cause instanceof UsageException known) {
            return known.detail();
        }
        if (cause instanceof RedisCommandExecutionException refused) {
            return "Redis refused what it was asked (" + code(refused) + ")";
        }
        return "no connection to Redis (" + cause.getClass().getSimpleName() + ")";
    }

    /** The word that an error of Redis begins with. */
    static String code(final RedisCommandExecutionException refused) {
        final String message = String.valueOf(refused.getMessage());
        final String word = message.split(" ", 2)[0];
        return word.matches("[A-Z]{2,20}") ? word : "ERR";
    }

    static Throwable cause(final Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
