package dev.anycarrier.testkit.conformance.group;

import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.RuleDraft;
import dev.anycarrier.testkit.conformance.vector.VectorCheck;
import java.util.Locale;

/** Makes rules that are shown by fault vectors. */
final class VectorRules {

    private VectorRules() {}

    /** The rule, shown by every cell that names it. */
    static CheckedRule shown(final RuleDraft draft) {
        return draft.shownBy(new VectorCheck(id(draft.group(), draft.number())));
    }

    private static String id(final Group group, final int number) {
        return String.format(Locale.ROOT, "%s-%02d", group, number);
    }
}
