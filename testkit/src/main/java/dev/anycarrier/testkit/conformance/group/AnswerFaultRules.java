package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.group.VectorRules.shown;
import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;

import dev.anycarrier.Capability;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import java.util.List;

/** Answers, pages and tokens at their worst, by the fault vectors. */
public final class AnswerFaultRules {

    public static final List<CheckedRule> ALL = List.of(
            shown(must(
                            Group.FAULTS,
                            10,
                            "A failure says whether asking again can help: after 408, 421, 425, 429, 500, 502, 503, 504, and not after 501, 505, 511.")
                    .because(
                            "Whoever repeats what cannot help hurts the carrier; whoever gives up too soon loses an answer.")
                    .lookAt("UsageException.retryable(), and errors that the mapping builds anew.")),
            shown(must(
                            Group.FAULTS,
                            11,
                            "Retry-After in seconds is read however sloppily it is written, and never too early.")
                    .because("Whoever comes back too early is sent away for longer.")
                    .lookAt("Headers parsed by the provider itself: RetryAfter reads them all.")),
            shown(must(
                            Group.FAULTS,
                            12,
                            "Retry-After as a date is read in each format of HTTP, by the carrier's clock.")
                    .because("Two clocks are never the same.")
                    .lookAt("Headers parsed by the provider itself: RetryAfter reads them all.")),
            shown(must(Group.FAULTS, 13, "Retry-After on any other status makes nothing worth another try.")
                    .because("The status says what is wrong; a proxy adds the header to anything.")
                    .lookAt("Error mappings that look at headers before the status.")),
            shown(must(Group.FAULTS, 14, "A body that is not exactly one JSON document is INVALID_DATA.")
                    .because("What is broken in one place cannot be trusted in another.")
                    .lookAt("Lenient parsers, and parsers that stop where they have what they need.")),
            shown(must(Group.FAULTS, 15, "JSON of another shape than the carrier promises is INVALID_DATA.")
                    .because("Decoders that unwrap, wrap or skip find zeros where nothing was.")
                    .lookAt("Lenient decoders, and which fields are required.")),
            shown(must(
                            Group.FAULTS,
                            16,
                            "A page of records that is broken fails as any other answer does, and is never a shorter page.")
                    .because("A lost page is usage that nobody pays for.")
                    .lookAt("What the walk through pages does with a failure.")
                    .concerning(Capability.RECORDS)),
            shown(must(
                            Group.FAULTS,
                            17,
                            "Where no token can be had, the question fails as the token endpoint did, and is not sent.")
                    .because("A question without a token is one failure more, and may give the account's name away.")
                    .lookAt("Authentication.TokenExchange.fetchToken(), and what it catches.")),
            shown(must(Group.FAULTS, 18, "A token whose lifetime is missing or makes no sense is used all the same.")
                    .because("Carriers get their own token's lifetime wrong, and the token is good.")
                    .lookAt("Where AccessToken's lifetime comes from.")),
            shown(
                    must(Group.FAULTS, 19, "What is no usable token is AUTHENTICATION_FAILED, and never sent.")
                            .because("A line break in a token is a header of somebody else's.")
                            .lookAt(
                                    "Authentication.TokenExchange.fetchToken(): AccessToken refuses what does not fit a header.")));

    private AnswerFaultRules() {}
}
