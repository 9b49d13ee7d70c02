package dev.anycarrier.observation;

import dev.anycarrier.observation.AnycarrierObservation.AccountKey;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.watch.AttemptEnd;
import dev.anycarrier.watch.CacheUse;
import dev.anycarrier.watch.CallEnd;
import dev.anycarrier.watch.CallStart;
import dev.anycarrier.watch.Operation;
import io.micrometer.common.KeyValues;
import java.util.Locale;
import java.util.Optional;

/** How things are called in metrics, traces and log lines, so that they are called the same in all. */
final class Words {

    static final String NONE = "none";

    private static final String SUCCESS = "success";

    private Words() {}

    static String of(final Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    static String of(final Optional<? extends Enum<?>> word) {
        return word.isPresent() ? of(word.get()) : NONE;
    }

    static KeyValues account(
            final String provider,
            final String account,
            final Optional<String> node,
            final Optional<Operation> operation) {
        return KeyValues.of(
                AccountKey.PROVIDER.withValue(provider),
                AccountKey.ACCOUNT.withValue(account),
                AccountKey.NODE.withValue(node.orElse(NONE)),
                AccountKey.OPERATION.withValue(of(operation)));
    }

    static String outcome(final CallEnd end) {
        if (end.cache() == CacheUse.STALE) {
            return of(CacheUse.STALE);
        }
        return end.failure().map(failure -> of(failure.kind())).orElse(SUCCESS);
    }

    static String outcome(final AttemptEnd end) {
        if (end.failure().isPresent()) {
            return of(end.failure().get());
        }
        return switch (end.status().orElse(0) / 100) {
            case 2 -> SUCCESS;
            case 3 -> "redirection";
            case 4 -> "client_error";
            case 5 -> "server_error";
            default -> "unexpected";
        };
    }

    static String status(final AttemptEnd end) {
        return end.status().isPresent() ? Integer.toString(end.status().getAsInt()) : NONE;
    }

    static String correlationId(final CallStart start, final CallEnd end) {
        return start.correlationId()
                .or(() -> end.failure().flatMap(UsageException::correlationId))
                .orElse(NONE);
    }
}
