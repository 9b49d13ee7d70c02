package dev.anycarrier.testkit.conformance;

import static dev.anycarrier.testkit.conformance.Violation.unless;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
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
record Refusal(Route route, UsageException failure, long questions, long tokens) {

    static Refusal of(final Trial trial, final HttpResponse fault) {
        return of(trial, exchange -> fault);
    }

    static Refusal of(final Trial trial, final Function<Exchange, HttpResponse> fault) {
        trial.account();
        final int before = trial.overlay().exchanges().size();
        trial.overlay().answer(fault);
        final UsageException failure = trial.failure(trial.sim());
        final List<Exchange> since =
                trial.overlay().exchanges().stream().skip(before).toList();
        final long tokens = since.stream().filter(Exchange::isForToken).count();
        return new Refusal(trial.route(), failure, since.size() - tokens, tokens);
    }

    void mustBe(final Kind kind) {
        unless(failure.kind() == kind, "it is " + failure.getMessage());
    }

    void mustBe(final UnavailableCause cause) {
        unless(
                failure.unavailableCause().equals(Optional.of(cause)),
                "it is not UNAVAILABLE by " + cause + ", but " + failure.getMessage());
    }

    /** The engine may try again within its budget; a provider never does. */
    void mustTakeOneRequest() {
        unless(
                questions >= 1 && (questions == 1 || route == Route.ENGINE),
                "the question was sent " + questions + " times");
        unless(tokens <= 1, tokens + " access tokens were fetched");
    }
}
