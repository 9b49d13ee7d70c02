package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.group.VectorRules.shown;
import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;

import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import java.util.List;

/** The network and the framing of answers at their worst, by the fault vectors. */
public final class FaultRules {

    public static final List<CheckedRule> ALL = List.of(
            shown(must(Group.FAULTS, 1, "A connection that breaks is UNAVAILABLE by the network, and never an answer.")
                    .because("What had arrived may read well and be only a part of it.")
                    .lookAt("Catching the transport's failures: let them pass as they are.")),
            shown(
                    must(
                                    Group.FAULTS,
                                    2,
                                    "An answer that stalls or drips is UNAVAILABLE when the attempt's time is over.")
                            .because("A carrier that never finishes must not hold a thread for ever.")
                            .lookAt(
                                    "HTTP clients beside the context's transport, and failures of the transport turned into others.")),
            shown(
                    must(
                                    Group.FAULTS,
                                    3,
                                    "An answer whose framing contradicts itself is PROTOCOL, and not worth another try.")
                            .because("Where one answer ends and the next begins decides whose usage is whose.")
                            .lookAt(
                                    "HTTP clients beside the context's transport, and failures of the transport turned into others.")),
            shown(must(Group.FAULTS, 4, "A body whose compression is not what it claims is PROTOCOL.")
                    .because("Half of a compressed body can be whole as JSON.")
                    .lookAt("Accept-Encoding and decompression: they are the transport's.")),
            shown(must(Group.FAULTS, 5, "JSON that is not UTF-8 is INVALID_DATA, whatever it declares.")
                    .because("A body read in another encoding is another body (RFC 8259).")
                    .lookAt("Decoders that follow the charset of Content-Type, or replace what they cannot read.")),
            shown(must(Group.FAULTS, 6, "An answer that is unusual and right is read as ever.")
                    .because("Proxies compress, chunk and rename without asking; that must cost nobody the answer.")
                    .lookAt("What is looked at besides status, media type and body.")),
            shown(
                    must(Group.FAULTS, 7, "What comes behind an answer is never the answer to the next question.")
                            .because("It is about another SIM, perhaps of another customer.")
                            .lookAt(
                                    "HTTP clients beside the context's transport, which keep connections without looking at them.")),
            shown(must(
                            Group.FAULTS,
                            8,
                            "A status that is not 200 is of the kind that it says, and 200 is usage only if it holds usage.")
                    .because("Errors that look like answers become a usage of 0.")
                    .lookAt("The error mapping, and error bodies under 200.")),
            shown(must(Group.FAULTS, 9, "A redirect is PROTOCOL wherever it leads, for the price of one request.")
                    .because("Whoever is asked next gets the account's secrets.")
                    .lookAt("HTTP clients beside the context's transport, which follow by themselves.")));

    private FaultRules() {}
}
