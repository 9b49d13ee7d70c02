package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testkit.fault.ReceivedRequest;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final List<Exchange> exchanges;
    private final List<Spot<T>> everySpot;

    private KnownAnswer(
            final Trial trial,
            final String asked,
            final Supplier<T> question,
            final T answer,
            final List<Exchange> exchanges) {
        this.trial = trial;
        this.asked = asked;
        this.question = question;
        this.answer = answer;
        this.exchanges = exchanges;
        this.everySpot = findSpots();
    }

    /** Asks, which must go well. */
    public static <T> KnownAnswer<T> of(final Trial trial, final String asked, final Supplier<T> question) {
        trial.account();
        trial.overlay().passOn();
        final int before = trial.overlay().exchanges().size();
        final T answer = Asking.mustSucceed(asked, question);
        final List<Exchange> exchanges = trial.overlay().exchanges().stream()
                .skip(before)
                .filter(exchange -> !exchange.isForToken())
                .toList();
        return new KnownAnswer<>(trial, asked, question, answer, exchanges);
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
        return exchanges.stream().map(Exchange::answer).toList();
    }

    /** Every value in what the carrier answered. */
    public List<Spot<T>> everySpot() {
        return everySpot;
    }

    /** One value of each kind: the first that is not zero of those that differ in their position in an array alone. */
    public List<Spot<T>> spots() {
        return oneOfEachKind(everySpot());
    }

    /** One value of each kind: the last that is not zero, so that others of its kind were read before. */
    public List<Spot<T>> lastSpots() {
        final List<Spot<T>> backwards = new ArrayList<>(everySpot());
        Collections.reverse(backwards);
        return oneOfEachKind(backwards);
    }

    /** From a zero, nobody can tell a provider that makes one up. */
    private static <T> List<Spot<T>> oneOfEachKind(final List<Spot<T>> spots) {
        final Map<String, Spot<T>> one = new LinkedHashMap<>();
        spots.forEach(spot -> one.merge(
                spot.kind(),
                spot,
                (before, next) -> before.place().isZero() && !next.place().isZero() ? next : before));
        return List.copyOf(one.values());
    }

    /** Asks again with another answer to one of the requests, counted from 0. */
    public Retold<T> again(final int request, final String body, final String how) {
        final AtomicInteger next = new AtomicInteger();
        trial.overlay()
                .answerKnown(received -> known(received, next)
                        .map(index -> index == request
                                ? Answers.withBody(exchanges.get(index).answer(), body)
                                : exchanges.get(index).answer())
                        .map(Given::of));
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

    /** Which of the requests comes again: the next one, if it is as it was; what is another is the carrier's to answer. */
    private Optional<Integer> known(final ReceivedRequest received, final AtomicInteger next) {
        final int index = next.get();
        final boolean same = index < exchanges.size()
                && exchanges.get(index).request().method().equals(received.method())
                && exchanges.get(index).request().target().equals(received.target());
        if (!same) {
            return Optional.empty();
        }
        next.incrementAndGet();
        return Optional.of(index);
    }

    private List<Spot<T>> findSpots() {
        final List<Spot<T>> spots = new ArrayList<>();
        for (int request = 0; request < exchanges.size(); request++) {
            for (final JsonPlace place :
                    JsonPlaces.of(Answers.body(exchanges.get(request).answer()))) {
                spots.add(new Spot<>(this, request, place));
            }
        }
        return List.copyOf(spots);
    }
}
