package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.group.VectorRules.shown;
import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;

import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import java.util.List;

/** Answers that are too much, by the fault vectors. */
public final class BoundRules {

    public static final List<CheckedRule> ALL = List.of(
            shown(
                    must(
                                    Group.BOUNDS,
                                    1,
                                    "A body without end, or longer than allowed, is TOO_LARGE after a second of work at most, whatever the status.")
                            .because("One answer must not take all memory or all time.")
                            .lookAt(
                                    "HTTP clients and parsers of the provider's own: the context's transport and CarrierClient have bounds.")),
            shown(
                    must(Group.BOUNDS, 2, "Headers, interim answers and what surrounds chunks have a bound too.")
                            .because("What is not the body is read as well.")
                            .lookAt(
                                    "HTTP clients and parsers of the provider's own: the context's transport and CarrierClient have bounds.")),
            shown(
                    must(Group.BOUNDS, 3, "A compressed body is bounded by what it unfolds to.")
                            .because("A kilobyte becomes a megabyte, and a megabyte a gigabyte.")
                            .lookAt(
                                    "HTTP clients and parsers of the provider's own: the context's transport and CarrierClient have bounds.")),
            shown(
                    must(
                                    Group.BOUNDS,
                                    4,
                                    "JSON that is nested without reason is TOO_LARGE or INVALID_DATA after a second of work at most.")
                            .because(
                                    "A parser that calls itself ends in a StackOverflowError, which takes the thread along.")
                            .lookAt(
                                    "HTTP clients and parsers of the provider's own: the context's transport and CarrierClient have bounds.")),
            shown(
                    must(
                                    Group.BOUNDS,
                                    5,
                                    "JSON of a million elements, or of names made to collide, costs a second of work at most.")
                            .because("Some bodies are small to send and long to read.")
                            .lookAt(
                                    "HTTP clients and parsers of the provider's own: the context's transport and CarrierClient have bounds.")));

    private BoundRules() {}
}
