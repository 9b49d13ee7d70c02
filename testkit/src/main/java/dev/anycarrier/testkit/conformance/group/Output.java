package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.OutputCapture;
import dev.anycarrier.testkit.conformance.trial.Refusal;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.testkit.conformance.trial.Violation;
import java.util.List;

/** What a provider prints and logs while it is opened, asked, failed and closed. */
final class Output {

    private static final String CANARY = "a canary sings in the body";

    private Output() {}

    static void holdsNoSecret(final Trial trial) {
        final OutputCapture.Captured captured = captured(trial);
        final String text = captured.printed() + captured.logged();
        trial.secrets().heldBy(text, trial.overlay().exchanges()).ifPresent(secret -> {
            throw new Violation(secret + " was printed or logged");
        });
        unless(!text.contains(trial.sim().value()), "the whole identifier of a SIM was printed or logged");
        unless(!text.contains(CANARY), "the body of an answer was printed or logged");
    }

    static void isEmpty(final Trial trial) {
        final String printed = captured(trial).printed();
        unless(
                printed.isEmpty(),
                printed.lines().count() + " lines were printed, the first of "
                        + printed.lines().findFirst().orElse("").length() + " characters");
    }

    private static OutputCapture.Captured captured(final Trial trial) {
        return OutputCapture.of(() -> {
            trial.report(trial.sim());
            trial.carrier().revokeTokens();
            trial.report(trial.sim());
            for (final int status : List.of(401, 404, 500)) {
                Refusal.of(trial, Answers.json(status, "{\"message\":\"" + CANARY + "\"}"));
            }
            Refusal.of(trial, Answers.json(200, "<" + CANARY));
            trial.closeAccount();
        });
    }
}
