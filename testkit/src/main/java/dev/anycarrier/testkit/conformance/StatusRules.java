package dev.anycarrier.testkit.conformance;

import static dev.anycarrier.testkit.conformance.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Errors that a status tells: the right kind, for the price of one request. */
final class StatusRules {

    private static final Duration WAIT = Duration.ofMinutes(2);

    static final List<CheckedRule> ALL = List.of(
            must(Group.ERRORS, 1, "401, again and again, is AUTHENTICATION_FAILED after one more try at most.")
                    .because("Carriers lock accounts that hammer the door.")
                    .lookAt("Loops around authentication: the engine renews a token once.")
                    .shownBy(StatusRules::unauthorized),
            must(Group.ERRORS, 2, "403 is PERMISSION_DENIED, and no reason to authenticate anew.")
                    .because("The carrier knows who asks; it does not allow it.")
                    .lookAt("Authentication.TokenExchange.refuses(), and the error mapping.")
                    .shownBy(trial -> refused(trial, 403, Kind.PERMISSION_DENIED)),
            must(Group.ERRORS, 3, "404 is NOT_FOUND.")
                    .because("It is about this one SIM, and says nothing about the carrier's health.")
                    .lookAt("The error mapping.")
                    .shownBy(trial -> refused(trial, 404, Kind.NOT_FOUND)),
            must(Group.ERRORS, 4, "410 is GONE.")
                    .because("Platforms stop asking for it, and only then.")
                    .lookAt("The error mapping.")
                    .shownBy(trial -> refused(trial, 410, Kind.GONE)),
            must(Group.ERRORS, 5, "400 is REJECTED_INPUT.")
                    .because("Asking the same again cannot help.")
                    .lookAt("The error mapping.")
                    .shownBy(trial -> refused(trial, 400, Kind.REJECTED_INPUT)),
            must(Group.ERRORS, 6, "429 is TOO_MANY_REQUESTS, after one request.")
                    .because("Repeating at once what the carrier found too much makes it more.")
                    .lookAt("Retries inside the provider: there are none.")
                    .shownBy(StatusRules::tooMany),
            must(Group.ERRORS, 7, "429 with Retry-After says when to ask again, and not too early.")
                    .because("Whoever comes back too early is sent away for longer.")
                    .lookAt("UsageException.notBefore(), from the answer's headers.")
                    .shownBy(StatusRules::tooManyUntil),
            must(Group.ERRORS, 8, "500, 502 and 504 are UNAVAILABLE by the carrier's fault, after one request.")
                    .because("Who retries how often is the engine's to decide, for all calls together.")
                    .lookAt("Retries inside the provider: there are none.")
                    .shownBy(StatusRules::carrierError),
            must(Group.ERRORS, 9, "503 with Retry-After is UNAVAILABLE and says when to ask again.")
                    .because("A carrier under maintenance says how long it lasts.")
                    .lookAt("UsageException.notBefore(), from the answer's headers.")
                    .shownBy(StatusRules::maintenance),
            must(Group.ERRORS, 10, "A redirect is PROTOCOL, and not followed.")
                    .because("It may lead the account's secrets to somebody else.")
                    .lookAt("HTTP clients beside the context's transport, which follow by themselves.")
                    .shownBy(StatusRules::redirect),
            must(Group.ERRORS, 11, "A server error is UNAVAILABLE, even if its body looks like usage.")
                    .because("Gateways serve old bodies under new statuses.")
                    .lookAt("The status comes before the body.")
                    .shownBy(StatusRules::usageUnderError));

    private StatusRules() {}

    private static void unauthorized(final Trial trial) {
        final Refusal refusal = Refusal.of(trial, Answers.json(401, "{}"));
        refusal.mustBe(Kind.AUTHENTICATION_FAILED);
        unless(refusal.questions() <= 2, "the question was sent " + refusal.questions() + " times");
        unless(refusal.tokens() <= 1, refusal.tokens() + " access tokens were fetched");
    }

    private static void refused(final Trial trial, final int status, final Kind kind) {
        final Refusal refusal = Refusal.of(trial, Answers.json(status, "{}"));
        refusal.mustBe(kind);
        refusal.mustTakeOneRequest();
    }

    private static void tooMany(final Trial trial) {
        final Refusal refusal = Refusal.of(trial, Answers.json(429, "{}"));
        refusal.mustBe(Kind.TOO_MANY_REQUESTS);
        refusal.mustTakeOneRequest();
    }

    private static void tooManyUntil(final Trial trial) {
        until(trial, 429).mustBe(Kind.TOO_MANY_REQUESTS);
    }

    private static void carrierError(final Trial trial) {
        for (final int status : List.of(500, 502, 504)) {
            final Refusal refusal = Refusal.of(trial, Answers.json(status, "{}"));
            refusal.mustBe(UnavailableCause.CARRIER_ERROR);
            unless(refusal.failure().retryable(), "it is said not to be worth another try");
            refusal.mustTakeOneRequest();
        }
    }

    private static void maintenance(final Trial trial) {
        until(trial, 503).mustBe(UnavailableCause.CARRIER_ERROR);
    }

    private static Refusal until(final Trial trial, final int status) {
        final HttpResponse answer =
                Answers.withHeader(Answers.json(status, "{}"), "Retry-After", Long.toString(WAIT.toSeconds()));
        final Instant before = InstantSource.system().instant();
        final Refusal refusal = Refusal.of(trial, answer);
        final Instant after = InstantSource.system().instant();
        final Optional<Instant> notBefore = refusal.failure().notBefore();
        unless(
                notBefore
                        .filter(time -> !time.isBefore(before.plus(WAIT)) && !time.isAfter(after.plus(WAIT)))
                        .isPresent(),
                "asked at " + after + " to wait " + WAIT.toSeconds() + " s, it says to wait until "
                        + notBefore.map(Instant::toString).orElse("nobody knows when"));
        return refusal;
    }

    private static void redirect(final Trial trial) {
        for (final int status : List.of(301, 302, 303, 307, 308)) {
            final Refusal refusal = Refusal.of(
                    trial,
                    Answers.withHeader(
                            Answers.json(status, "{}"),
                            "Location",
                            trial.overlay().address() + "/kit-elsewhere"));
            refusal.mustBe(Kind.PROTOCOL);
            refusal.mustTakeOneRequest();
        }
    }

    private static void usageUnderError(final Trial trial) {
        final Refusal refusal = Refusal.of(trial, exchange -> Answers.withStatus(502, exchange.answer()));
        final UsageException failure = refusal.failure();
        unless(failure.kind() == Kind.UNAVAILABLE, "it is " + failure.getMessage());
    }
}
