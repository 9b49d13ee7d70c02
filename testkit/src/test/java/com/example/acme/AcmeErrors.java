package com.example.acme;

import com.example.acme.wire.Answer;
import dev.anycarrier.http.InvalidData;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.Optional;

/** Tells Acme's good answers from its errors, which are HTTP 200 too. */
final class AcmeErrors {

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private AcmeErrors() {}

    /** What a good answer holds. */
    static <T> T data(final Answer<T> answer, final ProviderContext context) {
        if (!answer.success()) {
            throw error(answer, context);
        }
        if (answer.data() == null) {
            throw InvalidData.field("data", "is missing or null");
        }
        return answer.data();
    }

    private static UsageException error(final Answer<?> answer, final ProviderContext context) {
        final String code = Optional.ofNullable(answer.code()).orElse("");
        final UsageException.Builder error = switch (code) {
            case "KEY_REFUSED" -> UsageException.of(Kind.AUTHENTICATION_FAILED, "Acme refuses one of the two keys");
            case "NOT_YOURS" -> UsageException.of(Kind.PERMISSION_DENIED, "the order belongs to another account");
            case "NO_SUCH_ORDER", "NO_SUCH_FLEET" -> UsageException.of(Kind.NOT_FOUND, "Acme has no such thing");
            case "ORDER_ERASED" -> UsageException.of(Kind.GONE, "Acme has erased the order");
            case "BAD_FIELD" -> UsageException.of(Kind.REJECTED_INPUT, "Acme does not accept the question");
            case "SLOW_DOWN" -> tooMany(answer, context);
            case "MAINTENANCE" ->
                UsageException.unavailable(UnavailableCause.CARRIER_ERROR, "Acme is under maintenance");
            // Whatever text this is, nobody has documented it: it is not repeated.
            default -> throw InvalidData.field("code", "is no error code that Acme documents");
        };
        return error.carrierCode(code).build();
    }

    private static UsageException.Builder tooMany(final Answer<?> answer, final ProviderContext context) {
        final UsageException.Builder error = UsageException.of(Kind.TOO_MANY_REQUESTS, "Acme asks to slow down");
        if (answer.retryIn() != null && answer.retryIn() > 0) {
            final long seconds = Math.min(answer.retryIn(), LONGEST_WAIT.toSeconds());
            error.notBefore(context.clock().instant().plusSeconds(seconds));
        }
        return error;
    }
}
