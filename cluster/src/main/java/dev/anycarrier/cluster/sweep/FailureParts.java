package dev.anycarrier.cluster.sweep;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Instant;
import java.util.Optional;

/** A failure, part by part; everything but its stack. */
final class FailureParts {

    private FailureParts() {}

    static void write(final Parts.Writer parts, final UsageException failure) {
        parts.word(failure.kind());
        parts.optionalText(failure.unavailableCause().map(Enum::name));
        parts.text(failure.detail());
        parts.flag(failure.retryable());
        parts.optionalText(failure.question());
        parts.optionalText(failure.provider());
        parts.optionalText(failure.account());
        parts.count(failure.status().orElse(0));
        parts.optionalText(failure.carrierCode());
        parts.optionalText(failure.notBefore().map(Instant::toString));
        parts.optionalText(failure.limitScope().map(Enum::name));
        parts.optionalText(failure.resumeAt());
        parts.optionalText(failure.correlationId());
    }

    static UsageException read(final Parts.Reader parts) {
        final Kind kind = parts.word(Kind.class);
        final Optional<UnavailableCause> cause = parts.optionalWord(UnavailableCause.class);
        final String detail = parts.text();
        final UsageException.Builder failure = cause.map(known -> UsageException.unavailable(known, detail))
                .orElseGet(() -> UsageException.of(kind, detail));
        failure.retryable(parts.flag());
        parts.optionalText().ifPresent(failure::question);
        parts.optionalText().ifPresent(failure::provider);
        parts.optionalText().ifPresent(failure::account);
        final int status = parts.count();
        if (status != 0) {
            failure.status(status);
        }
        parts.optionalText().ifPresent(failure::carrierCode);
        parts.optionalInstant().ifPresent(failure::notBefore);
        parts.optionalWord(LimitScope.class).ifPresent(failure::limitScope);
        failure.resumeAt(parts.optionalText());
        parts.optionalText().ifPresent(failure::correlationId);
        final UsageException built = failure.build();
        // Where it is read says nothing of where it happened.
        built.setStackTrace(new StackTraceElement[0]);
        return built;
    }
}
