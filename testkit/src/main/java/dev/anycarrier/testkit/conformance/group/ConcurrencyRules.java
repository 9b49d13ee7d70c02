package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.RuleDraft.should;

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
                    .shownBy(Interruptions::byInterrupting),
            should(Group.CONCURRENCY, 3, "Questions of several threads are under way at the same time.")
                    .because("Behind a lock a platform of a hundred threads waits for one slow answer.")
                    .lookAt("synchronized, locks and single connections in the provider.")
                    .also(Route.VIRTUAL_THREADS)
                    .shownBy(UnderWay::together),
            must(Group.CONCURRENCY, 4, "A thread that is interrupted already asks nothing: it is CANCELLED at once.")
                    .because("A pool that shuts down sets the flag, and then waits for its threads.")
                    .lookAt("Code that clears the flag, or asks by another thread.")
                    .also(Route.VIRTUAL_THREADS)
                    .shownBy(Interruptions::beforehand),
            must(Group.CONCURRENCY, 5, "Interrupting a thread that waits for a token ends its question: CANCELLED.")
                    .because("It is no failed authentication, and nobody is to change credentials for it.")
                    .lookAt("fetchToken(): failures that are all turned into AUTHENTICATION_FAILED.")
                    .also(Route.VIRTUAL_THREADS)
                    .shownBy(Interruptions::whileWaitingForToken),
            must(Group.CONCURRENCY, 6, "A question that was interrupted leaves the next one unharmed.")
                    .because("Threads come from pools, and one account serves them all.")
                    .lookAt("State that the provider keeps after a failure, and connections of its own.")
                    .also(Route.VIRTUAL_THREADS)
                    .shownBy(Interruptions::next));

    private ConcurrencyRules() {}
}
