package dev.anycarrier.testkit.conformance.trial;

import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.conformance.rule.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question about a SIM that was answered with a fault, and what it cost.
 *
 * @param route the way on which it was asked
 * @param failure how it ended
 * @param questions how many requests were sent for it, without those for access tokens
 * @param tokens how many access tokens were fetched for it
 */
public record Refusal(Route route, UsageException failure, long questions, long tokens) {

    public static Refusal of(final Trial trial, final HttpResponse fault) {
        return of(trial, exchange -> fault);
    }

    public static Refusal of(final Trial trial, final Function<Exchange, HttpResponse> fault) {
        trial.account();
        final int before = trial.overlay().exchanges().size();
        trial.overlay().answer(fault);
        final UsageException failure = trial.failure(trial.sim());
        final List<Exchange> since =
                trial.overlay().exchanges().stream().skip(before).toList();
        final long tokens = since.stream().filter(Exchange::isForToken).count();
        return new Refusal(trial.route(), failure, since.size() - tokens, tokens);
    }

    public void mustBe(final Kind kind) {
        unless(failure.kind() == kind, "it is " + failure.getMessage());
    }

    public void mustBe(final UnavailableCause cause) {
        unless(
                failure.unavailableCause().equals(Optional.of(cause)),
                "it is not UNAVAILABLE by " + cause + ", but " + failure.getMessage());
    }

    /** The engine may try again within its budget; a provider never does. */
    public void mustTakeOneRequest() {
        unless(
                questions >= 1 && (questions == 1 || route == Route.ENGINE),
                "the question was sent " + questions + " times");
        unless(tokens <= 1, tokens + " access tokens were fetched");
    }
}
