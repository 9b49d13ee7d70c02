package dev.anycarrier.testkit.conformance.live;

import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.UsageReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Those rules that can be shown by asking a real carrier nothing but what its users ask. */
final class LiveRules {

    /** What shows each, by the identifier of the rule. */
    static final Map<String, Consumer<LiveTrial>> BY_ID = byId();

    private LiveRules() {}

    private static Map<String, Consumer<LiveTrial>> byId() {
        final Map<String, Consumer<LiveTrial>> rules = new LinkedHashMap<>();
        rules.put("DISCOVERY-03", LiveRules::openingAsksNothing);
        rules.put("DISCOVERY-04", LiveRules::constantDescriptor);
        rules.put("DISCOVERY-05", LiveRules::completeDescriptor);
        rules.put("IDENTITY-01", LiveRules::namesTheSim);
        rules.put("IDENTITY-02", LiveRules::namesProviderAndAccount);
        rules.put("NUMBERS-03", LiveRules::fetchedAt);
        rules.put("LIFECYCLE-02", LiveRules::askedAfterwards);
        return rules;
    }

    private static void openingAsksNothing(final LiveTrial trial) {
        unless(trial.requestsBefore() == 0, "opening the account sent " + trial.requestsBefore() + " requests");
    }

    private static void constantDescriptor(final LiveTrial trial) {
        unless(
                trial.account().descriptor().equals(trial.descriptorBefore()),
                "it was " + trial.descriptorBefore() + "\nand after questions it is "
                        + trial.account().descriptor());
    }

    private static void completeDescriptor(final LiveTrial trial) {
        for (final UsageReport report : trial.reports()) {
            unless(
                    trial.descriptorBefore().identifiers().contains(IdentifierType.of(report.sim())),
                    "a SIM was read by an identifier of a type that is not named: " + report.sim());
            report.buckets()
                    .forEach(bucket -> unless(
                            trial.descriptorBefore().services().contains(bucket.service()),
                            report.sim() + " has " + bucket.service() + ", which is not named"));
            report.counters()
                    .forEach(counter -> unless(
                            trial.descriptorBefore().services().contains(counter.service()),
                            report.sim() + " has " + counter.service() + ", which is not named"));
        }
    }

    private static void namesTheSim(final LiveTrial trial) {
        for (final Question question : trial.questions()) {
            question.report()
                    .ifPresent(report -> unless(
                            report.sim().equals(question.sim()),
                            "the report about " + question.sim() + " names " + report.sim()));
        }
    }

    private static void namesProviderAndAccount(final LiveTrial trial) {
        for (final UsageReport report : trial.reports()) {
            unless(report.provider().equals(trial.provider()), "the provider is named " + report.provider());
            unless(
                    report.account().equals(trial.account().name()),
                    "the account is " + trial.account().name() + ", not " + report.account());
        }
    }

    /** A value that was known before is older than its question: only those that are too young are wrong. */
    private static void fetchedAt(final LiveTrial trial) {
        for (final Question question : trial.questions()) {
            question.report()
                    .ifPresent(report -> unless(
                            !report.fetchedAt().isAfter(question.ended()),
                            "the answer was there at " + question.ended() + ", and was fetched at "
                                    + report.fetchedAt()));
        }
    }

    private static void askedAfterwards(final LiveTrial trial) {
        final Kind kind = trial.afterClosing().map(UsageException::kind).orElse(Kind.UNSUPPORTED);
        unless(kind == Kind.CANCELLED, "a question to the closed account is not CANCELLED");
        unless(trial.requestsAfter() == 0, "a request was sent after closing");
    }
}
