package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.conformance.trial.Answers;
import java.util.List;

/** Ways to misunderstand what the carrier says of its refusals. */
final class RefusalSaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                    "ERRORS-13",
                    "does not tell an order of somebody else from none",
                    RefusalSaboteurs::withoutForbiddenOrders),
            Saboteur.of(
                    "ERRORS-14",
                    "reads the code of an error before the status",
                    () -> AcmeWith.answers(answer -> Answers.body(answer).contains("\"success\":false")
                            ? Answers.withStatus(200, answer)
                            : answer)));

    private RefusalSaboteurs() {}

    private static UsageProviderFactory withoutForbiddenOrders() {
        return AcmeWith.answers(
                answer -> Answers.withBody(answer, Answers.body(answer).replace("NOT_YOURS", "NO_SUCH_ORDER")));
    }
}
