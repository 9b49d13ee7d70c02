package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;

import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import java.util.List;

/** Many threads at once, and threads that are wanted back. On virtual threads too, where the JDK has them. */
public final class ConcurrencyRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.CONCURRENCY, 1, "Questions asked at the same time get each its own answer.")
                    .because("One provider serves all threads of a platform.")
                    .lookAt("Fields of the provider that a call writes to.")
                    .also(Route.VIRTUAL_THREADS)
                    .shownBy(ConcurrentQuestions::areNotMixedUp),
            must(
                            Group.CONCURRENCY,
                            2,
                            "Interrupting the thread ends its question: it is CANCELLED, and the flag stays set.")
                    .because("Whoever interrupts a thread wants it back, and its caller has to see why.")
                    .lookAt("Code that catches InterruptedException or CANCELLED and goes on.")
                    .also(Route.VIRTUAL_THREADS)
                    .shownBy(Interruptions::byInterrupting));

    private ConcurrencyRules() {}
}
