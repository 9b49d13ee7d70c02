package dev.anycarrier.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.rule.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Saboteurs before the rules, those that look at what the process shares apart from the others, which need not wait for them. */
final class SaboteurTrial {

    static final long SEED = 4;

    /** A saboteur meets the rules of its group, or with this property all. */
    private static final boolean EVERY_GROUP = Boolean.getBoolean("kit.every-group");

    /** Of both sorts of rules, as far as they were tried in this JVM. */
    private static final SaboteurMatrix MATRIX = new SaboteurMatrix();

    private static final AlsoBroken ALSO_BROKEN = AlsoBroken.read();

    private final boolean alone;

    private SaboteurTrial(final boolean alone) {
        this.alone = alone;
    }

    /** By the rules that can be tried side by side. */
    static SaboteurTrial together() {
        return new SaboteurTrial(false);
    }

    /** By those before which nothing else may run. */
    static SaboteurTrial alone() {
        return new SaboteurTrial(true);
    }

    /** All there are. */
    static List<Saboteur> all() {
        return Stream.of(
                        DiscoverySaboteurs.ALL,
                        IdentitySaboteurs.ALL,
                        RequestIdentitySaboteurs.ALL,
                        NumberSaboteurs.ALL,
                        UnreadableValueSaboteurs.ALL,
                        ExactNumberSaboteurs.ALL,
                        RecordSaboteurs.ALL,
                        PageSaboteurs.ALL,
                        RecordValueSaboteurs.ALL,
                        HourSaboteurs.ALL,
                        IdentifierSaboteurs.ALL,
                        RefusalSaboteurs.ALL,
                        ErrorSaboteurs.ALL,
                        AuthenticationSaboteurs.ALL,
                        LimitSaboteurs.ALL,
                        ConcurrencySaboteurs.ALL,
                        FaultSaboteurs.ALL,
                        AnswerFaultSaboteurs.ALL,
                        TokenFaultSaboteurs.ALL,
                        BoundSaboteurs.ALL,
                        SecretSaboteurs.ALL,
                        EchoSaboteurs.ALL,
                        HygieneSaboteurs.ALL,
                        LifecycleSaboteurs.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** Those that meet a rule here. */
    List<Saboteur> saboteurs() {
        return all().stream()
                .filter(saboteur -> rules(saboteur).findAny().isPresent())
                .toList();
    }

    /** Has the rule that it breaks fail, if it is one of these, and no other. */
    void judge(final Saboteur saboteur) {
        final List<RuleResult> results =
                rules(saboteur).map(rule -> tried(saboteur, rule)).toList();
        MATRIX.add(saboteur, results);

        assertThat(results)
                .filteredOn(result -> result.rule().id().equals(saboteur.breaks()))
                .allSatisfy(SaboteurTrial::failsAndTellsWhatToDo);
        assertThat(results)
                .filteredOn(result -> result.outcome() == Outcome.FAILED)
                .filteredOn(result -> !result.rule().id().equals(saboteur.breaks()))
                .filteredOn(result -> !ALSO_BROKEN.may(saboteur, result.rule()))
                .extracting(RuleResult::message)
                .isEmpty();
    }

    private Stream<Rule> rules(final Saboteur saboteur) {
        return Rules.all().stream()
                .filter(rule -> EVERY_GROUP || rule.group() == saboteur.group())
                .filter(rule -> Rules.find(rule).alone() == alone);
    }

    private static RuleResult tried(final Saboteur saboteur, final Rule rule) {
        final Conformance conformance = Conformance.of(saboteur.factory().get(), saboteur.carrier(), SEED);
        return rule.group() == saboteur.group() ? conformance.tryBy(rule) : conformance.tryFirstWay(rule);
    }

    private static void failsAndTellsWhatToDo(final RuleResult result) {
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.message())
                .contains(
                        result.rule().id(),
                        result.rule().sentence(),
                        result.rule().why(),
                        result.rule().lookAt())
                .contains("seed " + SEED)
                .doesNotContain("stopped by");
    }

    /** Shows what was found so far. */
    static void show() throws IOException {
        MATRIX.write(Path.of("target", "anycarrier-conformance"));
    }
}
