package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A question that went well, and what the carrier answered to each of its requests: it can be asked again while one of
 * them is answered otherwise.
 *
 * @param <T> what the question returns
 */
public final class KnownAnswer<T> {

    private final Trial trial;
    private final String asked;
    private final Supplier<T> question;
    private final T answer;
    private final List<HttpResponse> given;

    private KnownAnswer(
            final Trial trial,
            final String asked,
            final Supplier<T> question,
            final T answer,
            final List<HttpResponse> given) {
        this.trial = trial;
        this.asked = asked;
        this.question = question;
        this.answer = answer;
        this.given = given;
    }

    /** Asks, which must go well. */
    public static <T> KnownAnswer<T> of(final Trial trial, final String asked, final Supplier<T> question) {
        trial.account();
        trial.overlay().passOn();
        final int before = trial.overlay().exchanges().size();
        final T answer = Asking.mustSucceed(asked, question);
        final List<HttpResponse> given = trial.overlay().exchanges().stream()
                .skip(before)
                .filter(exchange -> !exchange.isForToken())
                .map(Exchange::answer)
                .toList();
        return new KnownAnswer<>(trial, asked, question, answer, given);
    }

    public static KnownAnswer<UsageReport> usage(final Trial trial, final SimId sim) {
        final Respondent respondent = trial.respondent();
        return of(trial, "the usage of " + sim, () -> respondent.usage(sim));
    }

    public String asked() {
        return asked;
    }

    /** What the question returned when all was well. */
    public T answer() {
        return answer;
    }

    /** What the carrier answered to the requests, in their order. */
    public List<HttpResponse> given() {
        return given;
    }

    /** Every value in what the carrier answered. */
    public List<Spot<T>> everySpot() {
        final List<Spot<T>> spots = new ArrayList<>();
        for (int request = 0; request < given.size(); request++) {
            for (final JsonPlace place : JsonPlaces.of(Answers.body(given.get(request)))) {
                spots.add(new Spot<>(this, request, place));
            }
        }
        return spots;
    }

    /** One value of each kind: the first of those that differ in their position in an array alone. */
    public List<Spot<T>> spots() {
        final Set<String> seen = new HashSet<>();
        return everySpot().stream().filter(spot -> seen.add(spot.kind())).toList();
    }

    /** Asks again with another answer to one of the requests, counted from 0. */
    public Retold<T> again(final int request, final String body, final String how) {
        final AtomicInteger next = new AtomicInteger();
        trial.overlay()
                .answer(exchange -> next.getAndIncrement() == request
                        ? Answers.withBody(exchange.answer(), body)
                        : exchange.answer());
        try {
            return new Retold<>(how, Optional.of(question.get()), Optional.empty());
        } catch (final UsageException e) {
            return new Retold<>(how, Optional.empty(), Optional.of(e));
        } catch (final Violation | NotTried e) {
            throw e;
        } catch (final RuntimeException | StackOverflowError | LinkageError e) {
            throw new Violation(how + ", it ended in " + Shown.failure(e) + ", which is no UsageException");
        } finally {
            trial.overlay().passOn();
        }
    }
}
