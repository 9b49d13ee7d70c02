package dev.anycarrier.simulation.sabotage;

import dev.anycarrier.simulation.law.Law;
import java.util.List;

/** Mistakes that clients of carriers really make, at least one for each law. */
final class Saboteurs {

    private static final String CORE = "core/src/main/java/dev/anycarrier/";
    private static final String ENGINE = CORE + "engine/";

    private Saboteurs() {}

    static List<Saboteur> all() {
        return List.of(
                new Saboteur(
                        Law.HONEST_NUMBERS,
                        "a stale value is given out as fresh",
                        ENGINE + "FreshnessStage.java",
                        "return new UsageResult.Stale(\n                known.report(), known.age(ports.time().nanoTime()),"
                                + " known.changes(), Optional.of(failure));",
                        "return new UsageResult.Fresh(known.report(), known.age(ports.time().nanoTime()),"
                                + " known.changes());",
                        4),
                new Saboteur(
                        Law.HONEST_NUMBERS,
                        "what was kept by an earlier process counts as new",
                        ENGINE + "fresh/UsageValues.java",
                        "merge(report.sim(), report, time.nanoTime() - age, false);",
                        "merge(report.sim(), report, time.nanoTime(), false);",
                        0),
                new Saboteur(
                        Law.RIGHT_SIM,
                        "the SIM that an answer names is not looked at",
                        "provider-onomondo/src/main/java/dev/anycarrier/onomondo/OnomondoMapping.java",
                        "if (named.isPresent() && !named.get().equals(known.value())) {",
                        "if (named.isEmpty() && known.value().isEmpty()) {",
                        24),
                new Saboteur(
                        Law.RIGHT_SIM,
                        "questions about different SIMs share one answer",
                        ENGINE + "FreshnessStage.java",
                        "calls.call(flights, sim, question, options,",
                        "calls.call(flights, dev.anycarrier.usage.CarrierSimId.of(\"one\"), question, options,",
                        0),
                new Saboteur(
                        Law.CARRIERS_LIMIT,
                        "fixed windows in place of sliding ones",
                        ENGINE + "limit/Budget.java",
                        "sent.get(lastToGo) + window - now);",
                        "sent.get(lastToGo) / window * window + window - now);",
                        102),
                new Saboteur(
                        Law.CARRIERS_LIMIT,
                        "a request counts from when it was granted, not from when it was written",
                        ENGINE + "limit/RateLimiter.java",
                        "permit = new CountedPermit(this, request, journal.reserved(request.token, request.simId));",
                        "permit = new CountedPermit(this, request, journal.reserved(request.token, request.simId));"
                                + " locked(() -> admission.sent(request, now()));",
                        0),
                new Saboteur(
                        Law.CARRIERS_LIMIT,
                        "Retry-After is ignored",
                        ENGINE + "limit/AnswerReading.java",
                        "? RetryAfter.read(response.headers(), now).filter(wait -> !wait.isZero())",
                        "? Optional.<Duration>empty()",
                        7),
                new Saboteur(
                        Law.CARRIERS_LIMIT,
                        "what an earlier process sent is forgotten",
                        ENGINE + "limit/Restoring.java",
                        "        open.values().forEach(this::count);\n",
                        "",
                        7),
                new Saboteur(
                        Law.CARRIERS_LIMIT,
                        "what an earlier process was asked to wait for is forgotten",
                        ENGINE + "limit/Restoring.java",
                        "            hold(held);\n",
                        "",
                        234),
                new Saboteur(
                        Law.ONE_REFRESH,
                        "a late 401 of an older token leads to one more",
                        ENGINE + "token/TokenLife.java",
                        "held.generation() > refused && now - held.usableUntil() < 0",
                        "refused == 0 && now - held.usableUntil() < 0",
                        96),
                new Saboteur(
                        Law.DEADLINE,
                        "the deadline does not cover the wait for an answer",
                        ENGINE + "flight/SharedFlight.java",
                        "final long left = passenger.deadline() - time.nanoTime();",
                        "final long left = passenger.deadline() + 3_600_000_000_000L - time.nanoTime();",
                        0),
                new Saboteur(
                        Law.DEADLINE,
                        "whoever leaves takes the answer away from all others",
                        ENGINE + "flight/SharedFlight.java",
                        "return outcome == null && passengers.nobody() && !unstoppable;",
                        "return outcome == null;",
                        3),
                new Saboteur(
                        Law.CONSERVATION,
                        "the checkpoint is written before the outcome is acknowledged",
                        ENGINE + "sweep/SweepRun.java",
                        "sink.accept(next.get().outcome());\n                acknowledge(next.get());",
                        "acknowledge(next.get());\n                sink.accept(next.get().outcome());",
                        61),
                new Saboteur(
                        Law.BOUNDED,
                        "a cursor that comes back goes unnoticed",
                        CORE + "spi/Pages.java",
                        "!seen.add(cursor.get())",
                        "false",
                        48),
                new Saboteur(
                        Law.BOUNDED,
                        "pages have no bound",
                        CORE + "spi/Pages.java",
                        "if (fetched == maximumPages) {",
                        "if (fetched < 0) {",
                        3),
                new Saboteur(
                        Law.SECRETS_STAY,
                        "what a carrier echoes is shown",
                        ENGINE + "Redactor.java",
                        "shown.replace(forbidden, MASK)",
                        "shown",
                        122),
                new Saboteur(
                        Law.CLOSED, "the wire stays open", CORE + "OpenAccount.java", "        wire.close();\n", "", 0),
                new Saboteur(
                        Law.SAME_STORY,
                        "chance that no seed knows",
                        ENGINE + "resilience/Retries.java",
                        "new Backoff(ports.random())",
                        "new Backoff(new java.util.Random())",
                        120));
    }
}
