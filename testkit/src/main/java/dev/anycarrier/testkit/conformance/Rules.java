package dev.anycarrier.testkit.conformance;

import dev.anycarrier.testkit.conformance.group.AbsenceRules;
import dev.anycarrier.testkit.conformance.group.AuthenticationRules;
import dev.anycarrier.testkit.conformance.group.BodyRules;
import dev.anycarrier.testkit.conformance.group.ConcurrencyRules;
import dev.anycarrier.testkit.conformance.group.DiscoveryRules;
import dev.anycarrier.testkit.conformance.group.ErrorRules;
import dev.anycarrier.testkit.conformance.group.HourPageRules;
import dev.anycarrier.testkit.conformance.group.HourShapeRules;
import dev.anycarrier.testkit.conformance.group.HourlyRules;
import dev.anycarrier.testkit.conformance.group.HygieneRules;
import dev.anycarrier.testkit.conformance.group.IdentifierRules;
import dev.anycarrier.testkit.conformance.group.IdentityRules;
import dev.anycarrier.testkit.conformance.group.LifecycleRules;
import dev.anycarrier.testkit.conformance.group.LimitRules;
import dev.anycarrier.testkit.conformance.group.NumberRules;
import dev.anycarrier.testkit.conformance.group.RecordRules;
import dev.anycarrier.testkit.conformance.group.RefusalRules;
import dev.anycarrier.testkit.conformance.group.SecretRules;
import dev.anycarrier.testkit.conformance.group.StatusRules;
import dev.anycarrier.testkit.conformance.rule.Rule;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import java.util.List;
import java.util.stream.Stream;

/** All rules of the kit. */
public final class Rules {

    private static final List<CheckedRule> ALL = Stream.of(
                    DiscoveryRules.ALL,
                    IdentityRules.ALL,
                    IdentifierRules.ALL,
                    NumberRules.ALL,
                    AbsenceRules.ALL,
                    StatusRules.ALL,
                    RecordRules.ALL,
                    HourlyRules.ALL,
                    HourShapeRules.ALL,
                    HourPageRules.ALL,
                    ErrorRules.ALL,
                    RefusalRules.ALL,
                    BodyRules.ALL,
                    AuthenticationRules.ALL,
                    LimitRules.ALL,
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
