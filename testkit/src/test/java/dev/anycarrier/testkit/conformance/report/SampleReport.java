package dev.anycarrier.testkit.conformance.report;

import dev.anycarrier.Capability;
import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Deviation;
import dev.anycarrier.testkit.conformance.result.Evidence;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RouteResult;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.result.Run;
import dev.anycarrier.testkit.conformance.result.Subject;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Level;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.rule.Rule;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports that hold everything a report can hold, what hostile carriers send included. */
final class SampleReport {

    /** Wants to leave its box, to run, to be no XML, and to turn the text around it. */
    static final String HOSTILE =
            "</pre></script><img src=x onerror=\"alert(1)\">]]>&amp;\u0000\u0008\u001B[31m\r\u202Egnp.exe\u2066\uD800\uFFFF'\"";

    private static final String REQUEST = """
            GET /v2/sims/…4217/usage?fields=allowance HTTP/1.1
            Host: api.acme.example
            Authorization: Bearer ***
            Accept: application/json
            User-Agent: anycarrier/0.1.0 (acme)
            """;
    private static final String ANSWER = """
            HTTP/1.1 200
            Content-Type: application/json; charset=utf-8
            X-Request-Id: 6f3d1c2e-5a8b-4a43-9d53-1fb2ab6b5a90

            {
              "sim": "…4217",
              "allowance": {"total": "1073741824", "unit": "byte", "unlimited": false},
              "used": {"amount": 536870912, "since": "2026-03-01T00:00:00+02:00"}
            }
            """;

    private SampleReport() {}

    /** Has every outcome, and answers that are hostile. */
    static ConformanceReport ofEverything() {
        return of("acme", "Acme Mobile", withEveryOutcome());
    }

    /** Every rule is kept. */
    static ConformanceReport conformant(final String id, final String displayName) {
        return of(
                id,
                displayName,
                withEveryOutcome().stream().map(result -> passed(result.rule())).toList());
    }

    /** As many rules, all with much evidence. */
    static ConformanceReport ofSize(final int rules, final Outcome outcome, final int characters) {
        final List<RuleResult> results = new ArrayList<>();
        final Group[] groups = Group.values();
        for (int i = 0; i < rules; i++) {
            final Group group = groups[i * groups.length / rules];
            final Rule rule = rule(group, i + 1, Capability.USAGE, "A rule of a common length, which says what holds.");
            final Evidence evidence = new Evidence(REQUEST, "{\"a\": \"<ü>\"}".repeat(characters / 12));
            final List<Evidence> exchanges =
                    outcome == Outcome.FAILED ? List.of(evidence, evidence, evidence) : List.of(evidence);
            results.add(new RuleResult(
                    rule,
                    outcome,
                    outcome == Outcome.PASSED ? "" : "it was otherwise",
                    List.of(
                            new RouteResult(Route.PROVIDER, outcome, "", exchanges, Duration.ofMillis(40)),
                            new RouteResult(Route.ENGINE, outcome, "", exchanges, Duration.ofMillis(60))),
                    Optional.empty()));
        }
        return of("acme", "Acme Mobile", results);
    }

    static ConformanceReport of(final String id, final String displayName, final List<RuleResult> results) {
        return ConformanceReport.of(
                SampleSubject.of(id, displayName),
                run(),
                results.stream().map(RuleResult::rule).toList(),
                results,
                List.of());
    }

    /** An account could not even be opened. */
    static ConformanceReport ofNothing() {
        final ConformanceReport whole = ofEverything();
        final Subject unknown = new Subject(HOSTILE, HOSTILE, HOSTILE, List.of(), Set.of(), Optional.empty());
        return new ConformanceReport(
                unknown,
                new Run(Long.MIN_VALUE, true, Instant.EPOCH, Duration.ZERO, HOSTILE, HOSTILE),
                whole.verdict(),
                whole.results(),
                List.of(HOSTILE, "The sandbox has no field \"unlimited\"."));
    }

    private static Run run() {
        return new Run(
                9_007_199_254_740_993L,
                false,
                Instant.parse("2026-03-04T05:06:07.123456789Z"),
                Duration.ofNanos(12_345_678_901L),
                "17.0.15+6-Debian-1deb12u1",
                "mvn test -Dtest=AcmeConformanceTest -Danycarrier-conformance.seed=9007199254740993");
    }

    private static List<RuleResult> withEveryOutcome() {
        return List.of(
                passed(rule(
                        Group.DISCOVERY, 1, Capability.USAGE, "The identifier is lower-case words joined by \"-\".")),
                passed(rule(Group.DISCOVERY, 2, Capability.USAGE, "Every setting says what it is for.")),
                passed(rule(Group.IDENTITY, 1, Capability.USAGE, "An answer about another SIM is not taken.")),
                failed(
                        rule(Group.NUMBERS, 1, Capability.USAGE, "An allowance is that of the carrier, to the byte."),
                        "asking the provider directly (seed 9007199254740993): allowance of DATA is 1073741824 bytes, and"
                                + " the carrier says 1000000000\nthe rule is kept asking through the engine: the results do"
                                + " not agree",
                        ANSWER),
                passed(rule(Group.NUMBERS, 2, Capability.USAGE, "Unlimited is not a number.")),
                failed(
                        rule(Group.ERRORS, 1, Capability.USAGE, "A body that is no JSON is a protocol failure."),
                        "stopped by " + HOSTILE,
                        "HTTP/1.1 200\nContent-Type: text/html\n\n" + HOSTILE),
                deviated(rule(
                        Group.ERRORS, 2, Capability.USAGE, "A page of a proxy is told from the carrier's answer.")),
                untried(
                        rule(Group.RECORDS, 1, Capability.USAGE_BY_HOUR, "The hours of a day add up to the day."),
                        Outcome.NOT_OFFERED,
                        "the carrier has USAGE_BY_HOUR, and the provider does not offer it"),
                untried(
                        rule(Group.RECORDS, 2, Capability.TAG_TOTAL, "The total of a tag is that of its SIMs."),
                        Outcome.NOT_APPLICABLE,
                        "neither the carrier nor the provider have TAG_TOTAL"),
                RuleResult.notRun(rule(Group.HYGIENE, 1, Capability.USAGE, "No thread outlives its account.")));
    }

    private static RuleResult passed(final Rule rule) {
        return new RuleResult(rule, Outcome.PASSED, "", both(Outcome.PASSED, "", ANSWER), Optional.empty());
    }

    private static RuleResult failed(final Rule rule, final String found, final String answer) {
        final List<RouteResult> routes = List.of(
                new RouteResult(
                        Route.PROVIDER,
                        Outcome.FAILED,
                        found,
                        List.of(new Evidence(REQUEST, answer), new Evidence(REQUEST, "(connection reset)")),
                        Duration.ofNanos(1_234_567)),
                new RouteResult(
                        Route.ENGINE,
                        Outcome.PASSED,
                        "",
                        List.of(new Evidence(REQUEST, answer)),
                        Duration.ofMillis(1_250)));
        return new RuleResult(rule, Outcome.FAILED, found, routes, Optional.empty());
    }

    private static RuleResult deviated(final Rule rule) {
        final String found = "the page of the proxy was read as an answer";
        return new RuleResult(
                rule,
                Outcome.DEVIATED,
                found,
                both(Outcome.FAILED, found, ANSWER),
                Optional.of(new Deviation(
                        rule.id(),
                        "The carrier's own errors are HTML too.",
                        URI.create("https://issues.example.com/browse/ACME-17?a=b&c=d"),
                        LocalDate.of(2026, 2, 28))));
    }

    private static RuleResult untried(final Rule rule, final Outcome outcome, final String found) {
        return new RuleResult(
                rule,
                outcome,
                found,
                List.of(new RouteResult(Route.PROVIDER, outcome, found, List.of(), Duration.ofMillis(3))),
                Optional.empty());
    }

    private static List<RouteResult> both(final Outcome outcome, final String found, final String answer) {
        return List.of(
                new RouteResult(
                        Route.PROVIDER, outcome, found, List.of(new Evidence(REQUEST, answer)), Duration.ofMillis(12)),
                new RouteResult(
                        Route.ENGINE, outcome, found, List.of(new Evidence(REQUEST, answer)), Duration.ofMillis(31)));
    }

    private static Rule rule(final Group group, final int number, final Capability concerns, final String sentence) {
        return new Rule(
                String.format("%s-%02d", group, number),
                number % 2 == 0 ? Level.SHOULD : Level.MUST,
                "0.1",
                group,
                concerns,
                sentence,
                "A customer is charged by it, and a wrong number is worse than none.",
                "The wire record of the answer and the function that turns it into amounts.");
    }
}
