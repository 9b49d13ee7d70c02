package dev.anycarrier.simulation.sabotage;

import dev.anycarrier.simulation.nodes.NodesLaw;
import java.util.List;
import java.util.stream.Stream;

/**
 * Mistakes that are made where several nodes share a carrier's account, at least one for each law: in the engine, and
 * in a store.
 */
final class NodesSaboteurs {

    private static final String ENGINE = "core/src/main/java/dev/anycarrier/engine/";
    private static final String STORE = "simulation/src/main/java/dev/anycarrier/simulation/store/";

    private NodesSaboteurs() {}

    static List<Saboteur> all() {
        return Stream.concat(ofEngine().stream(), ofStore().stream()).toList();
    }

    private static List<Saboteur> ofEngine() {
        return List.of(
                new Saboteur(
                        NodesLaw.ONE_LIMIT,
                        "the age of a permit is not looked at before its request is written",
                        ENGINE + "limit/SharedPermit.java",
                        "return time.nanoTime() - usableUntil < 0;",
                        "return time.nanoTime() != usableUntil;",
                        3),
                new Saboteur(
                        NodesLaw.ONE_LIMIT,
                        "a permit's age counts from when the answer came",
                        ENGINE + "limit/SharedBudget.java",
                        "ports.time(), askedAt + slack)",
                        "ports.time(), ports.time().nanoTime() + slack)",
                        3),
                new Saboteur(
                        NodesLaw.ONE_LIMIT,
                        "every answer gives back the place of its SIM",
                        ENGINE + "limit/Leave.java",
                        "if (learnt.givenBackForSim()) {",
                        "if (!learnt.givenBackForSim()) {",
                        3),
                new Saboteur(
                        NodesLaw.ONE_HOLD,
                        "what one node was asked to wait for is not told to the others",
                        ENGINE + "limit/Leave.java",
                        "for (final Hold hold : learnt.holds()) {",
                        "for (final Hold hold : java.util.List.<Hold>of()) {",
                        1),
                new Saboteur(
                        NodesLaw.ONE_TOKEN,
                        "a token is fetched without asking for leave",
                        ENGINE + "token/SharedFetch.java",
                        "final ClusterToken answer = token(credentials, newerThan, atHand, askedAt);",
                        "final ClusterToken answer = new ClusterToken.Own();",
                        0),
                new Saboteur(
                        NodesLaw.ONE_QUESTION,
                        "a value is not told to the others",
                        ENGINE + "SharedUsage.java",
                        "report = Optional.of(known.report());",
                        "report = Optional.empty();",
                        0),
                new Saboteur(
                        NodesLaw.ONE_QUESTION,
                        "a question goes on when its lease is over",
                        ENGINE + "SharedFlight.java",
                        "final SharedAnswer answer = budget.question(sim, wanted.on(number), turn);",
                        "final SharedAnswer answer ="
                                + " new SharedAnswer.Permitted(budget.acquire(false, Optional.of(sim), turn));",
                        0),
                new Saboteur(
                        NodesLaw.NOTHING_WITHOUT_STORE,
                        "a store that is away is taken as leave to send",
                        ENGINE + "limit/SharedBudget.java",
                        "answer = account.store().ask(request);",
                        "ClusterAnswer given; try { given = account.store().ask(request); }"
                                + " catch (final UsageException storeAway) { given = new ClusterAnswer.Granted(\"\", 0); }"
                                + " answer = given;",
                        10),
                new Saboteur(
                        NodesLaw.HONEST_NUMBERS,
                        "a value of another node counts as new",
                        ENGINE + "SharedUsage.java",
                        "askedAt - Ages.bounded(known.receivedAgo()), askedAt - Ages.bounded(known.age()));",
                        "askedAt, askedAt);",
                        1),
                new Saboteur(
                        NodesLaw.ONE_OUTCOME,
                        "a failure of another node looks as if somebody had cancelled",
                        ENGINE + "token/SharedTokens.java",
                        "UsageException.unavailable(\n                        UnavailableCause.LOCAL, \"another",
                        "UsageException.of(UsageException.Kind.CANCELLED, \"another",
                        6),
                new Saboteur(
                        NodesLaw.SAME_STORY,
                        "chance that no seed knows",
                        ENGINE + "limit/Patience.java",
                        "next = shorter(LONGEST, next.multipliedBy(2));",
                        "next = Duration.ofMillis(new java.util.Random().nextInt(250));",
                        0));
    }

    private static List<Saboteur> ofStore() {
        return List.of(
                new Saboteur(
                        NodesLaw.ONE_LIMIT,
                        "a budget in two steps: look, then count",
                        STORE + "ConnectedAccount.java",
                        "return line.roundTrip(now -> heard(request, account().ask(request, now)));",
                        "return line.roundTrip(now -> account().refusal(request, now).map(no -> heard(request, no)))"
                                + ".orElseGet(() -> line.roundTrip("
                                + "now -> heard(request, account().grant(request, now))));",
                        3),
                new Saboteur(
                        NodesLaw.ONE_LIMIT,
                        "the node's clock in place of the store's",
                        STORE + "StoreLine.java",
                        "final long now = store.clock();",
                        "final long now = Duration.between(java.time.Instant.EPOCH, time.instant()).toNanos();",
                        8),
                new Saboteur(
                        NodesLaw.ONE_LIMIT,
                        "a permit counts without its slack",
                        STORE + "StoredAccount.java",
                        "request.sim(), now + slack));",
                        "request.sim(), now));",
                        1),
                new Saboteur(
                        NodesLaw.ONE_LIMIT,
                        "an empty store is taken as a full budget",
                        STORE + "StoredAccount.java",
                        "longest.or(since + slack + longestWindow() - now, limit.scope(), true)",
                        "longest",
                        48),
                new Saboteur(
                        NodesLaw.ONE_HOLD,
                        "a hold is forgotten by the store",
                        STORE + "StoredAccount.java",
                        "holds.merge(scope, until, Math::max);",
                        "holds.remove(scope);",
                        1),
                new Saboteur(
                        NodesLaw.ONE_TOKEN,
                        "a leave to fetch is not looked at",
                        STORE + "StoredTokens.java",
                        "if (leaveUntil > now) {",
                        "if (leaveUntil > now && false) {",
                        1),
                new Saboteur(
                        NodesLaw.FENCED,
                        "a leave without a fence: a late holder's token counts",
                        STORE + "StoredTokens.java",
                        "return fence != leave || leaveUntil <= now;",
                        "return false;",
                        3),
                new Saboteur(
                        NodesLaw.ONE_QUESTION,
                        "a question without a fence: a late holder's end counts",
                        STORE + "StoredUsage.java",
                        "if (flight == null || flight.number != number || flight.until <= now) {",
                        "if (flight == null) {",
                        2),
                new Saboteur(
                        NodesLaw.ONE_QUESTION,
                        "a question under way is not looked at",
                        STORE + "StoredUsage.java",
                        "if (other != null && other.until > now && other.number != wanted.flight()) {",
                        "if (other != null && other.until < now - lease) {",
                        0),
                new Saboteur(
                        NodesLaw.FENCED,
                        "a question under way has no end",
                        STORE + "StoredUsage.java",
                        "if (other != null && other.until > now && other.number != wanted.flight()) {",
                        "if (other != null && other.number != wanted.flight()) {",
                        1));
    }
}
