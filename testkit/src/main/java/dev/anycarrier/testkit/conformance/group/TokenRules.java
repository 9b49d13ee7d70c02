package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Waiting;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/** Access tokens, where the carrier has them: as few as can be, and none that is not one. */
public final class TokenRules {

    private static final int CALLERS = 8;
    private static final Duration WAIT = Duration.ofMinutes(2);
    private static final Set<Kind> NO_TOKEN =
            Set.of(Kind.AUTHENTICATION_FAILED, Kind.INVALID_DATA, Kind.PROTOCOL, Kind.TOO_LARGE);

    public static final List<CheckedRule> ALL = List.of(
            must(
                            Group.AUTHENTICATION,
                            7,
                            "A token that was taken back costs one new one, and the question is answered.")
                    .because("Carriers take tokens back when it suits them, whatever lifetime they stated.")
                    .lookAt("Authentication.TokenExchange.refuses(): how the carrier says so.")
                    .shownBy(TokenRules::revoked),
            must(Group.AUTHENTICATION, 8, "However many ask first, one token is fetched.")
                    .because("Carriers allow few calls of the token endpoint, and lock who makes many.")
                    .lookAt("Hand an Authentication.TokenExchange to the context instead of fetching by yourself.")
                    .also(Route.VIRTUAL_THREADS)
                    .shownBy(TokenRules::oneForAll),
            must(Group.AUTHENTICATION, 9, "A token endpoint that refuses is told of by kind, and nothing is asked.")
                    .because("404 of the token endpoint says nothing about a SIM, and 429 has to be obeyed there too.")
                    .lookAt("The error mapping of fetchToken().")
                    .shownBy(TokenRules::refused),
            must(Group.AUTHENTICATION, 10, "What is no token is never sent as one.")
                    .because("A broken token is refused at best, and splits the request at worst.")
                    .lookAt("fetchToken(): an answer of status 200 can be empty, a page, or hold anything as a token.")
                    .shownBy(TokenRules::unusable),
            must(Group.AUTHENTICATION, 11, "A lifetime that makes no sense is replaced by one that does.")
                    .because("Carriers leave expires_in out, write it as text, or send 0.")
                    .lookAt("fetchToken(): ClientCredentials assumes an hour.")
                    .shownBy(TokenRules::lifetimes));

    private TokenRules() {}

    private static void revoked(final Trial trial) {
        TokenAnswers.require(trial);
        final int before = trial.overlay().exchanges().size();
        trial.carrier().revokeTokens();
        trial.report(trial.sim());
        final List<Exchange> since = since(trial, before);
        if (since.size() == 1) {
            throw NotTried.notApplicable("the simulated carrier does not take tokens back");
        }
        final long tokens = since.stream().filter(Exchange::isForToken).count();
        unless(tokens == 1, tokens + " tokens were fetched");
        unless(since.size() - tokens <= 2, "the question was sent " + (since.size() - tokens) + " times");
    }

    private static void oneForAll(final Trial trial) throws Exception {
        TokenAnswers.require(trial);
        trial.reopen();
        final int before = trial.overlay().exchanges().size();
        final CountDownLatch begun = new CountDownLatch(CALLERS);
        trial.overlay().answerTokens(exchange -> {
            Waiting.opened(begun);
            return exchange.answer();
        });
        final ExecutorService threads = Executors.newFixedThreadPool(CALLERS, trial.threads());
        try {
            final List<Future<UsageReport>> reports = new ArrayList<>();
            for (final SimTruth truth : trial.sims().subList(0, CALLERS)) {
                reports.add(threads.submit(() -> {
                    begun.countDown();
                    return trial.report(truth.sim());
                }));
            }
            for (final Future<UsageReport> report : reports) {
                Waiting.result(report, "a question was not answered");
            }
        } finally {
            threads.shutdownNow();
        }
        final long tokens =
                since(trial, before).stream().filter(Exchange::isForToken).count();
        unless(tokens == 1, "for " + CALLERS + " questions at a time " + tokens + " tokens were fetched");
    }

    private static void refused(final Trial trial) {
        TokenAnswers.require(trial);
        for (final int status : List.of(400, 401)) {
            unlessOf(Set.of(Kind.AUTHENTICATION_FAILED), status, failure(trial, exchange -> refusal(status)));
        }
        final Set<Kind> forbidden = Set.of(Kind.AUTHENTICATION_FAILED, Kind.PERMISSION_DENIED);
        unlessOf(forbidden, 403, failure(trial, exchange -> refusal(403)));
        for (final int status : List.of(302, 404, 410)) {
            final Set<Kind> unexpected = Set.of(Kind.PROTOCOL, Kind.AUTHENTICATION_FAILED, Kind.UNAVAILABLE);
            unlessOf(unexpected, status, failure(trial, exchange -> refusal(status)));
        }
        for (final int status : List.of(500, 503)) {
            unlessOf(Set.of(Kind.UNAVAILABLE), status, failure(trial, exchange -> refusal(status)));
        }
        final UsageException tooMany = failure(
                trial, answer -> Answers.withHeader(refusal(429), "Retry-After", Long.toString(WAIT.toSeconds())));
        unlessOf(Set.of(Kind.TOO_MANY_REQUESTS), 429, tooMany);
        unless(
                tooMany.notBefore()
                        .filter(time ->
                                time.isAfter(InstantSource.system().instant().plus(WAIT.dividedBy(2))))
                        .isPresent(),
                "the token endpoint asks to wait " + WAIT.toSeconds() + " s, and the failure does not say so");
        unless(
                tooMany.limitScope()
                        .filter(scope -> scope != LimitScope.TOKEN_ENDPOINT)
                        .isEmpty(),
                "after 429 of the token endpoint the failure names another limit");
    }

    private static HttpResponse refusal(final int status) {
        return Answers.json(status, "{\"error\":\"invalid_client\"}");
    }

    private static void unusable(final Trial trial) {
        TokenAnswers.require(trial);
        final List<UnaryOperator<HttpResponse>> answers = new ArrayList<>(List.of(
                answer -> Answers.empty(200),
                answer -> Answers.of(200, "text/html", "<html><body>Welcome</body></html>"),
                answer -> Answers.json(200, "{}"),
                answer -> Answers.json(200, "[]")));
        for (final String token : List.of(
                "null",
                "\"\"",
                "\" \"",
                "{}",
                "\"a\\r\\nX-Injected: yes\"",
                "\"t\\u00f6ken\"",
                '"' + "a".repeat(100_000) + '"')) {
            answers.add(answer -> TokenAnswers.withToken(answer, token));
        }
        for (final UnaryOperator<HttpResponse> answer : answers) {
            final UsageException failure = failure(trial, answer);
            unless(NO_TOKEN.contains(failure.kind()), "after an answer without a token it is " + failure.getMessage());
        }
    }

    private static void lifetimes(final Trial trial) {
        TokenAnswers.require(trial);
        answered(trial, TokenAnswers::withoutLifetime, "without a lifetime");
        for (final String lifetime :
                List.of("null", "0", "-1", "\"3600\"", "\"soon\"", "1e18", "99999999999999999999")) {
            answered(trial, answer -> TokenAnswers.withLifetime(answer, lifetime), "with the lifetime " + lifetime);
        }
    }

    private static void answered(final Trial trial, final UnaryOperator<HttpResponse> change, final String how) {
        trial.reopen();
        final int before = trial.overlay().exchanges().size();
        trial.overlay().answerTokens(exchange -> change.apply(exchange.answer()));
        for (int question = 1; question <= 2; question++) {
            try {
                trial.respondent().usage(trial.sim());
            } catch (final RuntimeException e) {
                unless(
                        e instanceof UsageException failure && NO_TOKEN.contains(failure.kind()),
                        "after a token " + how + " it is " + Shown.failure(e));
            }
        }
        final long tokens =
                since(trial, before).stream().filter(Exchange::isForToken).count();
        unless(tokens == 1, tokens + " tokens " + how + " were fetched for two questions in a row");
    }

    /** Asks with nothing known of any token; no question may reach the carrier. */
    private static UsageException failure(final Trial trial, final UnaryOperator<HttpResponse> change) {
        trial.reopen();
        final int before = trial.overlay().exchanges().size();
        trial.overlay().answerTokens(exchange -> change.apply(exchange.answer()));
        final UsageException failure = trial.failure(trial.sim());
        unless(
                since(trial, before).stream().allMatch(Exchange::isForToken),
                "without a usable token the question was sent all the same");
        return failure;
    }

    private static void unlessOf(final Set<Kind> allowed, final int status, final UsageException failure) {
        unless(
                allowed.contains(failure.kind()),
                "after " + status + " of the token endpoint it is " + failure.getMessage());
    }

    private static List<Exchange> since(final Trial trial, final int before) {
        return trial.overlay().exchanges().stream().skip(before).toList();
    }
}
