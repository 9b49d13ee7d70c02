package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.Exchange;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Trial;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Answers about hours that are not those that were waited for: refusals, lost pages, and another SIM's. */
public final class HourPageRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.RECORDS, 29, "A refusal under the status of a success is no usage by hour.")
                    .because("Nothing used and nothing said are two things.")
                    .lookAt("Whether an answer is looked at for an error before it is taken for a list.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(HourPageRules::refusalAsSuccess),
            must(Group.RECORDS, 31, "Where more hours were promised, a page that does not say how to go on is no end.")
                    .because("Hours that nobody asked for look like hours in which nothing was used.")
                    .lookAt("Defaults for the fields that tell of the next page.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(HourPageRules::lostPages));

    private HourPageRules() {}

    private static void refusalAsSuccess(final Trial trial) {
        final UsageRecordQuery query = HourlySums.dayOfOneSim(trial);
        trial.failure(trial.carrier().unknownSim());
        final List<Exchange> exchanges = trial.overlay().exchanges();
        final HttpResponse refusal = exchanges.get(exchanges.size() - 1).answer();
        trial.overlay().answer(Answers.withStatus(200, refusal));
        trial.failure(
                "the usage by hour, with the carrier's refusal as a success,",
                () -> trial.respondent().usageByHour(query));
    }

    private static void lostPages(final Trial trial) {
        final HourWalk walk = HourWalk.of(trial, HourlySums.wholeWindow(trial));
        final int all = walk.groups().size();
        if (walk.answers().size() < 2) {
            throw NotTried.notApplicable("the carrier's hours fit on one page");
        }
        final GroupList list = GroupList.in(walk.answers().get(0))
                .orElseThrow(() -> NotTried.notApplicable("the carrier's hours do not come as a list"));
        for (final Damage damage : Damage.of(list)) {
            final AtomicBoolean done = new AtomicBoolean();
            trial.overlay()
                    .answer(exchange -> done.getAndSet(true)
                            ? exchange.answer()
                            : Answers.withBody(exchange.answer(), damage.body()));
            final String how = "with " + damage.how() + " on the first page";
            walk.again(trial, how, Set.of(Kind.INVALID_DATA, Kind.REJECTED_INPUT))
                    .ifPresent(found -> unless(
                            found.size() >= all,
                            how + " the end is reached after " + found.size() + " of " + all + " groups"));
        }
    }

    /** A rule about identity, which needs hours. */
    static void anotherSim(final Trial trial) {
        final UsageRecordQuery day = HourlySums.dayOfOneSim(trial);
        final UsageRecordQuery window = HourlySums.wholeWindow(trial);
        int tried = 0;
        for (final AcceptedNames.Pair pair : AcceptedNames.usedSims(trial)) {
            final HttpResponse answer =
                    HourWalk.of(trial, window.of(pair.other())).answers().get(0);
            if (Answers.body(answer).contains(pair.other().value())) {
                trial.overlay().answer(answer);
                final UsageException failure = trial.failure(
                        "the usage by hour of " + pair.asked() + ", answered for another SIM,",
                        () -> trial.respondent().usageByHour(day.of(pair.asked())));
                unless(failure.kind() == Kind.INVALID_DATA, "it is " + failure.getMessage());
                tried++;
            }
        }
        if (tried == 0) {
            throw NotTried.notApplicable("the carrier's hours do not name the SIM they are about");
        }
    }
}
