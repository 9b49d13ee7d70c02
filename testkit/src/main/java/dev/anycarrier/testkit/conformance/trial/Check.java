package dev.anycarrier.testkit.conformance.trial;

/** Shows whether a provider keeps a rule. */
@FunctionalInterface
public interface Check {

    /**
     * Tries the provider.
     *
     * @throws Violation if it breaks the rule
     * @throws NotTried if the simulated carrier has nothing that the rule could be shown with
     * @throws Exception anything else that went wrong, which counts as a failure too
     */
    void run(Trial trial) throws Exception;
}
