package dev.anycarrier.testkit.conformance;

import java.util.List;
import java.util.stream.Stream;

/** All rules of the kit. */
public final class Rules {

    private static final List<CheckedRule> ALL = Stream.of(
                    DescriptionRules.ALL,
                    IdentityRules.ALL,
                    NumberRules.ALL,
                    AbsenceRules.ALL,
                    RecordRules.ALL,
                    StatusRules.ALL,
                    BodyRules.ALL,
                    SecretRules.ALL,
                    CloseRules.ALL)
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
