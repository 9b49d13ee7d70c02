package dev.anycarrier.testkit.conformance;

import dev.anycarrier.testkit.conformance.group.AbsenceRules;
import dev.anycarrier.testkit.conformance.group.AnswerFaultRules;
import dev.anycarrier.testkit.conformance.group.AuthenticationRules;
import dev.anycarrier.testkit.conformance.group.BodyRules;
import dev.anycarrier.testkit.conformance.group.BoundRules;
import dev.anycarrier.testkit.conformance.group.ConcurrencyRules;
import dev.anycarrier.testkit.conformance.group.CredentialRules;
import dev.anycarrier.testkit.conformance.group.DiscoveryRules;
import dev.anycarrier.testkit.conformance.group.ErrorRules;
import dev.anycarrier.testkit.conformance.group.ExactNumberRules;
import dev.anycarrier.testkit.conformance.group.FaultRules;
import dev.anycarrier.testkit.conformance.group.FilterRules;
import dev.anycarrier.testkit.conformance.group.HourPageRules;
import dev.anycarrier.testkit.conformance.group.HourRules;
import dev.anycarrier.testkit.conformance.group.HourShapeRules;
import dev.anycarrier.testkit.conformance.group.HourlyRules;
import dev.anycarrier.testkit.conformance.group.HygieneRules;
import dev.anycarrier.testkit.conformance.group.IdentifierRules;
import dev.anycarrier.testkit.conformance.group.IdentityRules;
import dev.anycarrier.testkit.conformance.group.LifecycleRules;
import dev.anycarrier.testkit.conformance.group.LimitRules;
import dev.anycarrier.testkit.conformance.group.NumberRules;
import dev.anycarrier.testkit.conformance.group.OpeningRules;
import dev.anycarrier.testkit.conformance.group.PageRules;
import dev.anycarrier.testkit.conformance.group.PassingRules;
import dev.anycarrier.testkit.conformance.group.RecordRules;
import dev.anycarrier.testkit.conformance.group.RecordValueRules;
import dev.anycarrier.testkit.conformance.group.RefusalRules;
import dev.anycarrier.testkit.conformance.group.RequestIdentityRules;
import dev.anycarrier.testkit.conformance.group.SecretRules;
import dev.anycarrier.testkit.conformance.group.StatusRules;
import dev.anycarrier.testkit.conformance.group.StatusWordRules;
import dev.anycarrier.testkit.conformance.group.TagRules;
import dev.anycarrier.testkit.conformance.group.TimeRules;
import dev.anycarrier.testkit.conformance.group.TokenRules;
import dev.anycarrier.testkit.conformance.group.UnreadableNumberRules;
import dev.anycarrier.testkit.conformance.group.UnreadableValueRules;
import dev.anycarrier.testkit.conformance.group.WaitingRules;
import dev.anycarrier.testkit.conformance.rule.Rule;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import java.util.List;
import java.util.stream.Stream;

/** All rules of the kit. */
public final class Rules {

    private static final List<CheckedRule> ALL = Stream.of(
                    DiscoveryRules.ALL,
                    OpeningRules.ALL,
                    IdentityRules.ALL,
                    RequestIdentityRules.ALL,
                    IdentifierRules.ALL,
                    NumberRules.ALL,
                    AbsenceRules.ALL,
                    UnreadableNumberRules.ALL,
                    UnreadableValueRules.ALL,
                    ExactNumberRules.ALL,
                    TimeRules.ALL,
                    StatusRules.ALL,
                    StatusWordRules.ALL,
                    RecordRules.ALL,
                    PageRules.ALL,
                    PassingRules.ALL,
                    RecordValueRules.ALL,
                    HourRules.ALL,
                    TagRules.ALL,
                    FilterRules.ALL,
                    HourlyRules.ALL,
                    HourShapeRules.ALL,
                    HourPageRules.ALL,
                    ErrorRules.ALL,
                    RefusalRules.ALL,
                    BodyRules.ALL,
                    AuthenticationRules.ALL,
                    CredentialRules.ALL,
                    TokenRules.ALL,
                    LimitRules.ALL,
                    WaitingRules.ALL,
                    FaultRules.ALL,
                    AnswerFaultRules.ALL,
                    BoundRules.ALL,
                    ConcurrencyRules.ALL,
                    LifecycleRules.ALL,
                    SecretRules.ALL,
                    HygieneRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Rules() {}

    /** Every rule, group by group. */
    public static List<Rule> all() {
        return ALL.stream().map(CheckedRule::rule).toList();
    }

    static CheckedRule find(final Rule rule) {
        return ALL.stream()
                .filter(known -> known.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this kit has no rule " + rule.id()));
    }
}
