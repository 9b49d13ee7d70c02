package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.RateLimitHeaders.ResetMeaning;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Refusal;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What answers say about waiting: neither more nor less than they mean. */
public final class WaitingRules {

    private static final Duration WAIT = Duration.ofMinutes(2);
    private static final Duration INACCURACY = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofDays(7).plusMinutes(1);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    public static final List<CheckedRule> ALL = List.of(
            must(Group.LIMITS, 4, "Within the limits that the provider declares the carrier refuses nothing.")
                    .because("The engine asks as often as it is told that it may.")
                    .lookAt("ProviderDescriptor.limits(), against the carrier's documents and the simulator.")
                    .only(Route.ENGINE)
                    .shownBy(DeclaredLimits::areKept),
            must(Group.LIMITS, 5, "Retry-After as a date is read by the carrier's clock.")
                    .because("With two clocks that differ by an hour a wait of a minute is in the past.")
                    .lookAt("RetryAfter.read(), which needs the answer's Date header.")
                    .shownBy(WaitingRules::date),
            must(Group.LIMITS, 6, "A Retry-After that says nothing sensible changes nothing.")
                    .because("It is still 429, and neither an overflow nor a wait for years.")
                    .lookAt("RetryAfter.read() instead of a parser of your own.")
                    .shownBy(WaitingRules::nonsense),
            must(Group.LIMITS, 7, "On a good answer no header holds the next question back, unless it is declared.")
                    .because("Carriers use the same names for different things.")
                    .lookAt("Limit headers that are read without ProviderDescriptor.rateLimitHeaders().")
                    .shownBy(WaitingRules::goodAnswers),
            must(Group.LIMITS, 8, "The limit headers that the provider declares are those that the carrier sends.")
                    .because("A misspelt header is one that nobody ever reads.")
                    .lookAt("ProviderDescriptor.rateLimitHeaders(): names, and what the reset means.")
                    .only(Route.ENGINE)
                    .shownBy(WaitingRules::declaredHeaders),
            must(Group.LIMITS, 9, "Which limit was hit is said of a 429 alone, and only of one that is declared.")
                    .because("A sweep leaves the whole account alone if its limit was hit.")
                    .lookAt("UsageException.Builder.limitScope() in the error mapping.")
                    .only(Route.PROVIDER)
                    .shownBy(WaitingRules::scopes));

    private WaitingRules() {}

    private static void date(final Trial trial) {
        final Instant carriersNow = now().plus(Duration.ofHours(5));
        final HttpResponse answer = Answers.withHeader(
                Answers.withHeader(Answers.json(429, "{}"), "Date", HTTP_DATE.format(carriersNow)),
                "Retry-After",
                HTTP_DATE.format(carriersNow.plus(WAIT)));
        final Instant before = now();
        final Refusal refusal = Refusal.of(trial, answer);
        refusal.mustBe(Kind.TOO_MANY_REQUESTS);
        final Optional<Instant> notBefore = refusal.failure().notBefore();
        unless(
                notBefore
                        .filter(time -> time.isAfter(before.plus(WAIT).minus(INACCURACY))
                                && time.isBefore(now().plus(WAIT).plus(INACCURACY)))
                        .isPresent(),
                "asked at " + before + " to wait until " + WAIT.toSeconds()
                        + " s after the answer's Date, it says to wait until " + shown(notBefore));
    }

    private static void nonsense(final Trial trial) {
        for (final String value :
                List.of("soon", "-5", "", "1.5.2", "Sun, 99 Foo 20x6 00:00:00 GMT", "99999999999999999999")) {
            trial.reopen();
            final Refusal refusal =
                    Refusal.of(trial, Answers.withHeader(Answers.json(429, "{}"), "Retry-After", value));
            unless(
                    refusal.failure().kind() == Kind.TOO_MANY_REQUESTS,
                    "after 429 with Retry-After '" + value + "' it is "
                            + refusal.failure().getMessage());
            unless(refusal.questions() == 1, "the question was sent " + refusal.questions() + " times");
            final Instant latest = now().plus(LONGEST);
            final Optional<Instant> notBefore = refusal.failure().notBefore();
            unless(
                    notBefore.filter(latest::isBefore).isEmpty(),
                    "after 429 with Retry-After '" + value + "' it says to wait until " + shown(notBefore));
        }
    }

    private static void goodAnswers(final Trial trial) {
        final List<String> declared = trial.respondent().descriptor().rateLimitHeaders().stream()
                .flatMap(headers -> Stream.of(headers.limit(), headers.remaining(), headers.reset()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        trial.overlay().answer(exchange -> {
            HttpResponse answer = Answers.withHeader(exchange.answer(), "Retry-After", "3600");
            for (final String name : List.of("x-ratelimit-limit", "x-ratelimit-remaining", "ratelimit-remaining")) {
                if (!declared.contains(name)) {
                    answer = Answers.withHeader(answer, name, "0");
                }
            }
            return answer;
        });
        trial.report(trial.sim());
        trial.report(trial.sim());
    }

    private static void declaredHeaders(final Trial trial) {
        final RateLimitHeaders declared = trial.respondent()
                .descriptor()
                .rateLimitHeaders()
                .orElseThrow(() -> NotTried.notApplicable("the provider declares no limit headers"));
        trial.report(trial.sim());
        final HttpResponse answer = trial.overlay().exchanges().get(0).answer();
        number(answer, declared.limit());
        number(answer, declared.remaining());
        final long reset = number(answer, declared.reset());
        final long secondsToGo =
                declared.resetMeaning() == ResetMeaning.SECONDS_TO_GO ? reset : reset - now().getEpochSecond();
        unless(
                Math.abs(secondsToGo) <= LONGEST.toSeconds(),
                declared.reset() + ": " + reset + " is read as " + declared.resetMeaning() + ", which is " + secondsToGo
                        + " s from now");
    }

    private static void scopes(final Trial trial) {
        for (final int status : List.of(400, 404, 500)) {
            final UsageException failure =
                    Refusal.of(trial, Answers.json(status, "{}")).failure();
            unless(
                    failure.limitScope().isEmpty(),
                    "after " + status + " it names the limit per " + shown(failure.limitScope()));
        }
        final UsageException failure =
                Refusal.of(trial, Answers.json(429, "{}")).failure();
        final List<LimitScope> declared = trial.provider().descriptor().limits().stream()
                .map(RateLimit::scope)
                .toList();
        unless(
                failure.limitScope().filter(scope -> !declared.contains(scope)).isEmpty(),
                "after 429 it names the limit per " + shown(failure.limitScope()) + ", and declared are only those per "
                        + declared);
    }

    private static long number(final HttpResponse answer, final String name) {
        final String value = answer.headers()
                .first(name)
                .orElseThrow(() -> new Violation("the carrier sends no header " + name + ", which is declared"));
        try {
            return Long.parseLong(value);
        } catch (final NumberFormatException e) {
            throw new Violation("the carrier sends " + name + ": " + value + ", which is no number");
        }
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }

    private static String shown(final Optional<?> value) {
        return value.map(Object::toString).orElse("nobody knows what");
    }
}
