package dev.anycarrier.testkit.conformance.rule;

import dev.anycarrier.Capability;
import dev.anycarrier.testkit.conformance.Rules;
import java.util.Objects;

/**
 * Something that holds for every provider that can be trusted, as data. {@link Rules} lists them all.
 *
 * @param id its stable identifier, such as {@code NUMBERS-02}
 * @param level how binding it is
 * @param since the version of the kit that first had it
 * @param group what it is about
 * @param concerns what a provider must be able to do for the rule to apply
 * @param sentence the rule itself
 * @param why why it matters, one sentence
 * @param lookAt what to look at when it fails, one sentence
 */
public record Rule(
        String id,
        Level level,
        String since,
        Group group,
        Capability concerns,
        String sentence,
        String why,
        String lookAt) {

    /** Checks that every part is there. */
    public Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(concerns, "concerns");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(lookAt, "lookAt");
    }
}
