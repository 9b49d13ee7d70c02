package dev.anycarrier.cli;

import dev.anycarrier.AccountAccess;
import dev.anycarrier.AccountAccess.Credentials;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.cli.output.Finding;
import dev.anycarrier.cli.output.Finding.Check;
import dev.anycarrier.cli.output.Finding.Result;
import dev.anycarrier.cli.output.TimeText;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was found at one account. */
final class AccountVisit {

    /** A {@code Date} is in whole seconds, and takes a moment to get here. */
    private static final Duration SMALL_SKEW = Duration.ofSeconds(5);

    /** From here on the time until a limit ends, or a token does, is a different one. */
    private static final Duration LARGE_SKEW = Duration.ofSeconds(30);

    private static final Duration NO_WAIT = Duration.ofSeconds(1);

    private final CarrierAccount account;
    private final AccountAccess access;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<ExitCode> failure = Optional.empty();

    private AccountVisit(final CarrierAccount account, final AccountAccess access) {
        this.account = account;
        this.access = access;
    }

    /** Looks whether the account can be used. */
    static AccountVisit at(final CarrierAccount account, final CallOptions options) {
        final AccountVisit visit = new AccountVisit(account, account.access(options));
        visit.judge();
        return visit;
    }

    /** In the order of what has to be there first. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What the first failure ends with. */
    Optional<ExitCode> failure() {
        return failure;
    }

    private void judge() {
        if (access.failure().isPresent()) {
            judgeFailure(access.failure().get());
        } else {
            add(
                    Check.REACHABILITY,
                    access.reached() ? Result.OK : Result.UNKNOWN,
                    access.reached() ? "the carrier answers" : "no setting says where the carrier is");
            judgeCredentials("that takes a question about usage, at this carrier");
            judgeClock();
            judgeLimits();
        }
    }

    private void judgeFailure(final UsageException cause) {
        final boolean limited = cause.kind() == Kind.TOO_MANY_REQUESTS;
        final boolean refused = access.credentials() == Credentials.REFUSED;
        final String message = String.valueOf(cause.getMessage());
        if (!limited && !refused) {
            fail(Check.REACHABILITY, message, ExitCode.of(cause.kind()));
        } else if (access.reached()) {
            add(Check.REACHABILITY, Result.OK, "the carrier answers");
        } else {
            add(Check.REACHABILITY, Result.UNKNOWN, "nothing was sent");
        }
        if (refused) {
            fail(Check.AUTHENTICATION, message, ExitCode.ACCESS);
        } else {
            judgeCredentials("it did not come to that");
        }
        judgeClock();
        if (limited) {
            fail(Check.LIMITS, message, ExitCode.LIMITED);
        } else {
            judgeLimits();
        }
    }

    private void judgeCredentials(final String whyNotTold) {
        final boolean accepted = access.credentials() == Credentials.ACCEPTED;
        add(
                Check.AUTHENTICATION,
                accepted ? Result.OK : Result.UNKNOWN,
                accepted ? "the credentials are accepted" : whyNotTold);
    }

    private void judgeClock() {
        if (access.clockAhead().isEmpty()) {
            add(Check.CLOCK, Result.UNKNOWN, "no answer said what time it is");
            return;
        }
        final Duration ahead = access.clockAhead().get();
        final Duration skew = ahead.abs();
        if (skew.compareTo(SMALL_SKEW) <= 0) {
            add(Check.CLOCK, Result.OK, "as the carrier's, to " + TimeText.of(SMALL_SKEW));
            return;
        }
        final String detail = "the clock here is " + TimeText.of(skew) + (ahead.isNegative() ? " behind" : " ahead of")
                + " the carrier's";
        if (skew.compareTo(LARGE_SKEW) < 0) {
            add(Check.CLOCK, Result.WARNING, detail);
        } else {
            fail(Check.CLOCK, detail, ExitCode.UNEXPECTED);
        }
    }

    private void judgeLimits() {
        final List<RateLimit> limits = account.descriptor().limits();
        final String known = limits.isEmpty()
                ? "none are known"
                : limits.stream()
                        .map(limit -> limit.requests() + " in " + TimeText.of(limit.window()) + " per " + limit.scope())
                        .collect(Collectors.joining(", "));
        // Whoever has just asked waits for the next turn, which is no news below a second.
        final boolean free = access.turnIn().compareTo(NO_WAIT) <= 0;
        add(
                Check.LIMITS,
                free ? Result.OK : Result.WARNING,
                known
                        + (free
                                ? "; free to be asked"
                                : "; the next question can be sent in " + TimeText.of(access.turnIn())));
    }

    private void add(final Check check, final Result result, final String detail) {
        findings.add(new Finding(Optional.of(account.name()), check, result, detail));
    }

    private void fail(final Check check, final String detail, final ExitCode code) {
        add(check, Result.FAILED, detail);
        if (failure.isEmpty()) {
            failure = Optional.of(code);
        }
    }
}
