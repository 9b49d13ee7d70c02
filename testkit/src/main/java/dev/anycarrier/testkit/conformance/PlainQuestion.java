package dev.anycarrier.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anycarrier.testkit.SimulatorServer;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.Candidate;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.RuleThread;
import dev.anycarrier.testkit.conformance.trial.Shown;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Violation;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The simplest question there is, about a SIM that the carrier knows. Where that is not answered, nearly every rule fails by
 * it, whatever the rule is about. Asked once, when a rule has failed. Thread-safe.
 */
final class PlainQuestion {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Candidate candidate;
    private boolean asked;
    private Optional<String> obstacle = Optional.empty();

    PlainQuestion(final Candidate candidate) {
        this.candidate = candidate;
    }

    /** What to repair before anything else, as a sentence; empty if the question is answered. */
    synchronized Optional<String> obstacle() {
        if (!asked) {
            obstacle = ask();
            asked = true;
        }
        return obstacle;
    }

    private Optional<String> ask() {
        try (Trial trial = Trial.start(candidate, Route.PROVIDER)) {
            try {
                RuleThread.run("a plain question", LONGEST, () -> trial.report(trial.sim()));
                return Optional.empty();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (final Exception e) {
                final String failed = e instanceof Violation ? String.valueOf(e.getMessage()) : Shown.failure(e);
                return Optional.of(simulatorFailure(trial)
                        .map(failure -> "Repair the simulator first: it failed with " + failure + ".")
                        .orElse("Repair this first: without any fault, " + failed));
            }
        }
    }

    private static Optional<String> simulatorFailure(final Trial trial) {
        return trial.overlay().exchanges().stream()
                .map(PlainQuestion::simulatorFailure)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> simulatorFailure(final Exchange exchange) {
        try {
            return Optional.ofNullable(JSON.readTree(exchange.answer().body()).get(SimulatorServer.FAILURE))
                    .map(JsonNode::asText);
        } catch (final IOException notJson) {
            return Optional.empty();
        }
    }
}
