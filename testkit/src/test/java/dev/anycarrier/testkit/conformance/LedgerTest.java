package dev.anycarrier.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import com.example.acme.AcmeProviderFactory;
import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Deviation;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.result.Verdict;
import dev.anycarrier.testkit.conformance.rule.Rule;
import dev.anycarrier.testkit.conformance.trial.Stopwatch;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** No rule can be left out in silence, and no deviation covers more than it says. */
class LedgerTest {

    private static final URI LINK = URI.create("https://example.com/issues/1");
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 1);

    @Test
    void a_run_of_every_rule_is_conformant() {
        final ConformanceReport report = acme().run("again", result -> {});

        assertThat(report.results(Outcome.FAILED))
                .extracting(RuleResult::message)
                .isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
        assertThat(report.results()).extracting(RuleResult::rule).isEqualTo(Rules.all());
        assertThat(report.subject().id()).isEqualTo("acme");
        assertThat(report.run().reproduce()).isEqualTo("again");
    }

    @Test
    void a_run_without_one_of_the_rules_is_partial_and_names_it() {
        final Rule left = Rules.all().get(7);
        final List<RuleResult> others = Rules.all().stream()
                .filter(rule -> !rule.equals(left))
                .map(LedgerTest::passed)
                .toList();

        final ConformanceReport report = acme().report(others, Stopwatch.start(), "again");

        assertThat(report.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(report.results(Outcome.NOT_RUN)).extracting(RuleResult::rule).containsExactly(left);
    }

    @Test
    void a_failure_stays_one_when_the_rule_is_tried_again_and_kept() {
        final Rule rule = Rules.all().get(0);
        final RuleResult failed = new RuleResult(rule, Outcome.FAILED, "broken", List.of(), Optional.empty());

        final ConformanceReport report = acme().report(List.of(failed, passed(rule)), Stopwatch.start(), "again");

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
        assertThat(report.results()).hasSameSizeAs(Rules.all());
    }

    @Test
    void a_known_deviation_is_told_apart_from_a_failure() {
        final Conformance deviating = saboteur().deviating(List.of(deviation("ERRORS-01")));

        final RuleResult result = deviating.tryBy(rule("ERRORS-01"));

        assertThat(result.outcome()).isEqualTo(Outcome.DEVIATED);
        assertThat(result.deviation()).contains(deviation("ERRORS-01"));
        assertThat(deviating.report(List.of(result), Stopwatch.start(), "again").verdict())
                .isEqualTo(Verdict.PARTIAL);
        assertThat(saboteur().tryBy(rule("ERRORS-01")).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_deviation_from_a_rule_that_is_kept_fails_until_it_is_taken_away() {
        final RuleResult result =
                acme().deviating(List.of(deviation("ERRORS-02"))).tryBy(rule("ERRORS-02"));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.found()).contains("take the deviation away", LINK.toString());
    }

    @Test
    void a_deviation_from_a_rule_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> acme().deviating(List.of(deviation("ERRORS-99"))))
                .hasMessageContaining("ERRORS-99");
        assertThatThrownBy(() -> acme().deviating(List.of(deviation("ERRORS-01"), deviation("ERRORS-01"))))
                .hasMessageContaining("twice");
    }

    @Test
    void a_test_class_that_is_run_in_part_fails_as_partial() {
        final EngineExecutionResults part = run(selectUniqueId("[engine:junit-jupiter]/[class:" + Whole.class.getName()
                + "]/[test-factory:conformance(" + ConformanceSession.class.getName() + ")]/[dynamic-test:#1]"));

        assertThat(part.testEvents().succeeded().count()).isEqualTo(1);
        assertThat(failures(part))
                .singleElement()
                .asString()
                .contains("PARTIAL")
                .contains("rules were not tried");
    }

    @Test
    void a_test_class_whose_factory_is_left_out_fails_as_partial() {
        assertThat(failures(run(selectMethod(WithMore.class, "another"))))
                .singleElement()
                .asString()
                .contains("PARTIAL");
    }

    @Test
    void a_test_class_that_shadows_the_rules_fails_as_partial() {
        assertThat(failures(run(selectClass(Shadowing.class))))
                .anySatisfy(failure -> assertThat(failure).contains("PARTIAL"));
    }

    /** Run by the tests above alone: Surefire passes over classes inside of others. */
    static class Whole extends UsageProviderConformance {

        @Override
        protected UsageProviderFactory factory() {
            return new AcmeProviderFactory();
        }

        @Override
        protected CarrierSimulator carrier() {
            return new AcmeSimulator();
        }
    }

    static class WithMore extends Whole {

        @Test
        void another() {}
    }

    /** In the kit's own package, where it can be done. */
    static class Shadowing extends Whole {

        @Override
        @TestFactory
        Stream<DynamicTest> conformance(final ConformanceSession session) {
            return Stream.of(DynamicTest.dynamicTest("all is well", () -> {}));
        }
    }

    private static EngineExecutionResults run(final DiscoverySelector selector) {
        return EngineTestKit.engine("junit-jupiter").selectors(selector).execute();
    }

    private static List<String> failures(final EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .map(Event::getPayload)
                .map(Object::toString)
                .toList();
    }

    private static Conformance acme() {
        return Conformance.of(new AcmeProviderFactory(), new AcmeSimulator(), 1);
    }

    private static Conformance saboteur() {
        return Conformance.of(
                ErrorSaboteurs.ALL.stream()
                        .filter(known -> known.breaks().equals("ERRORS-01"))
                        .findFirst()
                        .orElseThrow()
                        .factory()
                        .get(),
                new AcmeSimulator(),
                1);
    }

    private static Rule rule(final String id) {
        return Rules.all().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static RuleResult passed(final Rule rule) {
        return new RuleResult(rule, Outcome.PASSED, "", List.of(), Optional.empty());
    }

    private static Deviation deviation(final String rule) {
        return new Deviation(rule, "The carrier answers so.", LINK, SINCE);
    }
}
