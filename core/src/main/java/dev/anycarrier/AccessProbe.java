package dev.anycarrier;

import dev.anycarrier.AccountAccess.Credentials;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.engine.Question;
import dev.anycarrier.engine.SendStage;
import dev.anycarrier.spi.AccessCheck;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Looks whether an account can be used. */
final class AccessProbe {

    private static final int SERVER_ERRORS = 500;

    private final OpenAccount open;
    private final AtomicReference<Seen> seen = new AtomicReference<>();

    /** An answer of the carrier, and when it came by our clock. */
    private record Seen(HttpResponse answer, Instant at) {}

    private AccessProbe(final OpenAccount open) {
        this.open = open;
    }

    static AccountAccess run(final OpenAccount open, final CallOptions options) {
        final AccessProbe probe = new AccessProbe(open);
        return open.sends().watching(probe::saw, () -> probe.run(options));
    }

    private void saw(final HttpResponse answer) {
        seen.set(new Seen(answer, open.ports().time().instant()));
    }

    private AccountAccess run(final CallOptions options) {
        try {
            return found(open.calls().call(Question.access(), options, this::ask), Optional.empty());
        } catch (final UsageException failure) {
            final boolean refused =
                    failure.kind() == Kind.AUTHENTICATION_FAILED || failure.kind() == Kind.PERMISSION_DENIED;
            return found(refused ? Credentials.REFUSED : Credentials.NOT_TOLD, Optional.of(failure));
        }
    }

    private AccountAccess found(final Credentials credentials, final Optional<UsageException> failure) {
        final Duration turnIn = open.limiter().timeFor(1);
        return new AccountAccess(isReached(), credentials, clockAhead(), turnIn, failure);
    }

    private Credentials ask() {
        final Optional<AccessCheck> check = open.provider().accessCheck();
        if (check.isPresent()) {
            check.get().run();
            return Credentials.ACCEPTED;
        }
        final SendStage sends = open.sends();
        final Credentials credentials = sends.obtainTokens() ? Credentials.ACCEPTED : Credentials.NOT_TOLD;
        if (!isReached()) {
            // A token at hand says nothing about the carrier now.
            reach(sends);
        }
        return credentials;
    }

    private void reach(final SendStage sends) {
        final Optional<URI> address = open.resolved().addresses().stream().findFirst();
        if (address.isEmpty()) {
            return;
        }
        final HttpResponse answer = sends.plain(HttpRequest.of("GET", address.get()));
        if (answer.status() >= SERVER_ERRORS) {
            throw UsageException.unavailable(
                            UnavailableCause.CARRIER_ERROR, "the carrier answered HTTP " + answer.status())
                    .status(answer.status())
                    .build();
        }
    }

    private boolean isReached() {
        return seen.get() != null;
    }

    /** RFC 9110, 6.6.1. */
    private Optional<Duration> clockAhead() {
        return Optional.ofNullable(seen.get())
                .flatMap(its -> its.answer()
                        .headers()
                        .first("Date")
                        .flatMap(AccessProbe::time)
                        .map(there -> Duration.between(there, its.at().truncatedTo(ChronoUnit.SECONDS))));
    }

    private static Optional<Instant> time(final String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (final DateTimeException e) {
            return Optional.empty();
        }
    }
}
