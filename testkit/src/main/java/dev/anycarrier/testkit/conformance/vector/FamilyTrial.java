package dev.anycarrier.testkit.conformance.vector;

import dev.anycarrier.testkit.conformance.trial.Given;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Violation;
import dev.anycarrier.testkit.conformance.trial.Waiting;
import dev.anycarrier.testkit.conformance.vector.FaultFamily.Target;
import dev.anycarrier.testkit.conformance.vector.Observation.Happy;
import dev.anycarrier.usage.SimId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Tries the cells of one family, one after the other. */
final class FamilyTrial {

    /** A busy machine may keep a thread from running; it does not do so every time. */
    private static final int TRIES = 3;

    private final Trial trial;
    private final FaultFamily family;
    private final Questions questions;
    private final Map<SimId, Happy> known = new HashMap<>();

    FamilyTrial(final Trial trial, final FaultFamily family) {
        this.trial = trial;
        this.family = family;
        this.questions = new Questions(trial, family.on() == Target.RECORDS);
    }

    /**
     * What was found.
     *
     * @throws NotTried if the account asks for no access token and the family is about those
     */
    List<String> findings() throws InterruptedException {
        if (family.on() == Target.RECORDS && trial.carrier().records().isEmpty()) {
            throw NotTried.notApplicable("the carrier has no records");
        }
        trial.openAnew(Map.of());
        final Happy first = happy(questions.sim());
        if (family.on() == Target.TOKEN && first.tokens() == 0) {
            throw NotTried.notApplicable("the account needs no access token");
        }
        if (!family.settings().isEmpty() && !family.freshAccount()) {
            trial.openAnew(family.settings());
            // For the token and the connection: how it ends is no matter, since attempts may be very short here.
            questions.ask(questions.sim(), (int) Waiting.BOUND.toMillis());
        }
        final List<String> findings = new ArrayList<>();
        for (final FaultCell cell : family.cells()) {
            finding(cell).ifPresent(found -> {
                trial.overlay().pointOut();
                findings.add(found);
            });
        }
        return findings;
    }

    private Optional<String> finding(final FaultCell cell) throws InterruptedException {
        final Required required = requiredOf(cell);
        Observation observation = observe(cell, required);
        Optional<String> found = finding(cell, required, observation);
        for (int tried = 1; tried < TRIES && found.isPresent() && isAboutTime(required, observation); tried++) {
            observation = observe(cell, required);
            found = finding(cell, required, observation);
        }
        return found.map(what -> named(cell, required, what));
    }

    /** Where unknown credentials are refused with 403, it may mean that as well. */
    private Required requiredOf(final FaultCell cell) {
        final Required required = family.requiredOf(cell);
        final boolean forbidden = cell.status().equals(Optional.of(Trial.FORBIDDEN));
        return forbidden && trial.forbidsUnknownCredentials() ? required.orRefusedCredentials() : required;
    }

    private Optional<String> finding(final FaultCell cell, final Required required, final Observation observation)
            throws InterruptedException {
        return observation.finding(required, happy(simOf(cell))).or(() -> observation.slowness(required));
    }

    /** Where an attempt is short, a request may even be noticed after the question has ended. */
    private boolean isAboutTime(final Required required, final Observation observation) {
        return family.settings().containsKey("attempt-timeout")
                || observation.slowness(required).isPresent();
    }

    private static String named(final FaultCell cell, final Required required, final String found) {
        return cell.id() + " (" + cell.injects() + "): required " + required + ", got " + found;
    }

    private Observation observe(final FaultCell cell, final Required required) throws InterruptedException {
        happy(simOf(cell));
        trial.overlay().passOn();
        if (family.freshAccount()) {
            trial.openAnew(family.settings());
        }
        if (cell.before() != null) {
            askBefore(cell);
        } else if (family.on() == Target.TOKEN) {
            trial.overlay().giveTokens(Injection.of(cell, trial.overlay().address()));
        } else {
            trial.overlay().give(Injection.of(cell, trial.overlay().address()));
        }
        try {
            return questions.ask(simOf(cell), required.withinMs());
        } catch (final Violation e) {
            throw new Violation(named(cell, required, String.valueOf(e.getMessage())));
        } finally {
            trial.overlay().passOn();
        }
    }

    /** The question that the fault is done to here is about another SIM than the one that counts. */
    private SimId simOf(final FaultCell cell) {
        return cell.before() == null ? questions.sim() : questions.otherSim();
    }

    /** Asks the question that must go well, and waits until everything was done to its connection. */
    private void askBefore(final FaultCell cell) throws InterruptedException {
        final Happy happy = happy(questions.sim());
        final Queue<CountDownLatch> latches = new ConcurrentLinkedQueue<>();
        final AtomicLong requests = new AtomicLong();
        trial.overlay().give(exchange -> {
            // What comes behind the last answer of a question cannot race with a request of the same question.
            if (requests.incrementAndGet() < happy.questions()) {
                return Given.of(exchange.answer());
            }
            final CountDownLatch latch = new CountDownLatch(1);
            latches.add(latch);
            final Given given =
                    Injection.before(cell, trial.overlay().address()).apply(exchange);
            return new Given(given.script().signal(latch), given.shown());
        });
        final Observation before = questions.ask(questions.sim(), (int) Waiting.BOUND.toMillis());
        before.finding(Required.OK, happy).ifPresent(found -> {
            throw new Violation(cell.id() + " (" + cell.injects() + "): the question before got " + found);
        });
        latches.forEach(Waiting::opened);
        trial.overlay().passOn();
    }

    /** What is answered without any fault, asked once. */
    private Happy happy(final SimId sim) throws InterruptedException {
        final Happy before = known.get(sim);
        if (before != null) {
            return before;
        }
        trial.overlay().passOn();
        final Observation observation = questions.ask(sim, (int) Waiting.BOUND.toMillis());
        if (observation.answer() == null) {
            throw new Violation("without any fault it ended in "
                    + (observation.failure() == null ? "nothing" : Shown.failure(observation.failure())));
        }
        final Happy happy = new Happy(observation.answer(), observation.questions(), observation.tokens());
        known.put(sim, happy);
        return happy;
    }
}
