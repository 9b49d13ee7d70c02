package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Refusal;
import dev.anycarrier.testkit.conformance.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** How many requests the carrier bears, and how long it wants to be left alone. */
public final class LimitRules {

    private static final Duration WAIT = Duration.ofMinutes(2);

    public static final List<CheckedRule> ALL = List.of(
            must(Group.LIMITS, 1, "429 is TOO_MANY_REQUESTS, after one request.")
                    .because("Repeating at once what the carrier found too much makes it more.")
                    .lookAt("Retries inside the provider: there are none.")
                    .shownBy(LimitRules::tooMany),
            must(Group.LIMITS, 2, "429 with Retry-After says when to ask again, and not too early.")
                    .because("Whoever comes back too early is sent away for longer.")
                    .lookAt("UsageException.notBefore(), from the answer's headers.")
                    .shownBy(LimitRules::tooManyUntil),
            must(Group.LIMITS, 3, "503 with Retry-After is UNAVAILABLE and says when to ask again.")
                    .because("A carrier under maintenance says how long it lasts.")
                    .lookAt("UsageException.notBefore(), from the answer's headers.")
                    .shownBy(LimitRules::maintenance));

    private LimitRules() {}

    private static void tooMany(final Trial trial) {
        final Refusal refusal = Refusal.of(trial, Answers.json(429, "{}"));
        refusal.mustBe(Kind.TOO_MANY_REQUESTS);
        refusal.mustTakeOneRequest();
    }

    private static void tooManyUntil(final Trial trial) {
        until(trial, 429).mustBe(Kind.TOO_MANY_REQUESTS);
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
}
