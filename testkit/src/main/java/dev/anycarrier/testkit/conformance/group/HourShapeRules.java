package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.anycarrier.testkit.conformance.trial.Violation;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;

/** Usage by the hour in shapes that nobody has published: recognised, kept, or refused, and never less. */
public final class HourShapeRules {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public static final List<CheckedRule> ALL = List.of(
            must(Group.RECORDS, 46, "Groups of hours in another place or form are recognised, kept, or INVALID_DATA.")
                    .because("The shape of hours is often published nowhere, and then it changes without notice.")
                    .lookAt("Groups that are left out because they have no hour, and arrays that are not there.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(HourShapeRules::otherShapes),
            must(Group.RECORDS, 47, "A refusal under the status of a success is no usage by hour.")
                    .because("Nothing used and nothing said are two things.")
                    .lookAt("Whether an answer is looked at for an error before it is taken for a list.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(HourShapeRules::refusalAsSuccess),
            must(Group.RECORDS, 48, "An hour in which nothing was used is zero, not unknown.")
                    .because("Absent and zero are two things.")
                    .lookAt("Comparisons with zero.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(HourShapeRules::zero),
            must(Group.RECORDS, 49, "Where more hours were promised, a page that does not say how to go on is no end.")
                    .because("Hours that nobody asked for look like hours in which nothing was used.")
                    .lookAt("Defaults for the fields that tell of the next page.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(HourShapeRules::lostPages));

    private HourShapeRules() {}

    /** What one request for hours was answered, and what was made of it. */
    private record Day(UsageRecordQuery query, HttpResponse answer, GroupList list, List<HourlyUsage> groups) {

        static Day of(final Trial trial, final UsageRecordQuery query) {
            trial.account();
            trial.overlay().passOn();
            final int before = trial.overlay().exchanges().size();
            final List<HourlyUsage> groups = HourlySums.asked(trial, query);
            final List<Exchange> exchanges = trial.overlay().exchanges().stream()
                    .skip(before)
                    .filter(exchange -> !exchange.isForToken())
                    .toList();
            final HttpResponse answer = exchanges.get(exchanges.size() - 1).answer();
            return GroupList.in(answer)
                    .filter(list -> exchanges.size() == 1 && list.groups().size() == groups.size())
                    .map(list -> new Day(query, answer, list, groups))
                    .orElseThrow(
                            () -> NotTried.notApplicable("the hours of a day do not come as one list of one answer"));
        }

        /** The groups in another answer, or empty if it was refused as it may be. */
        Optional<List<HourlyUsage>> again(final Trial trial, final String body) {
            trial.overlay().answer(Answers.withBody(answer, body));
            try {
                return Optional.of(trial.respondent().usageByHour(query));
            } catch (final UsageException e) {
                unless(e.kind() == Kind.INVALID_DATA, "hours in another shape are " + e.getMessage());
                return Optional.empty();
            } catch (final ClassCastException
                    | IllegalArgumentException
                    | IndexOutOfBoundsException
                    | NullPointerException e) {
                throw new Violation(
                        "hours in another shape ended in " + e.getClass().getName() + ", which is no UsageException");
            }
        }
    }

    private static void otherShapes(final Trial trial) {
        final Day day = Day.of(trial, HourlySums.dayOfOneSim(trial));
        final ArrayNode sent = day.list.groups();
        mustKeep(trial, day, "alone in the document", sent.toString(), sent);
        if (!day.list.isWholeDocument()) {
            mustKeep(trial, day, "under another name", day.list.renamed(), sent);
            mustKeep(trial, day, "after another list", day.list.secondToAnother(), sent);
        }
        final ArrayNode odd = JSON.arrayNode().add("soon").add(5).addNull().addAll(sent);
        odd.addArray().add(1);
        mustKeep(trial, day, "among groups that are no objects", day.list.with(odd), odd);
    }

    private static void mustKeep(
            final Trial trial, final Day day, final String how, final String body, final ArrayNode sent) {
        final Optional<List<HourlyUsage>> answered = day.again(trial, body);
        answered.ifPresent(after -> {
            for (final HourlyUsage group : after) {
                unless(
                        (group.hour().isEmpty() && group.data().isEmpty()) || wasThere(day, group),
                        "with the groups " + how + ", an hour is " + group.hour() + " with " + group.data()
                                + ", which was not sent");
            }
            for (final JsonNode group : sent) {
                unless(
                        after.stream().anyMatch(kept -> holds(tree(kept), group)),
                        "with the groups " + how + ", " + group + " is in none of the " + after.size() + " groups");
            }
        });
    }

    private static boolean wasThere(final Day day, final HourlyUsage group) {
        return day.groups.stream()
                .anyMatch(before ->
                        before.hour().equals(group.hour()) && before.data().equals(group.data()));
    }

    private static JsonNode tree(final HourlyUsage group) {
        return GroupList.tree(group.raw().json());
    }

    private static boolean holds(final JsonNode kept, final JsonNode group) {
        return kept.equals(group)
                || StreamSupport.stream(kept.spliterator(), false).anyMatch(inner -> holds(inner, group));
    }

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

    private static void zero(final Trial trial) {
        final Day day = Day.of(trial, HourlySums.dayOfOneSim(trial));
        final HourlyUsage first = day.groups.get(0);
        final String amount = first.data()
                .map(Quantity::amount)
                .map(String::valueOf)
                .orElseThrow(() -> NotTried.notApplicable("the provider does not recognise the amount"));
        final ArrayNode groups = day.list.groups().deepCopy();
        final ObjectNode group = (ObjectNode) groups.get(0);
        final String field = group.properties().stream()
                .filter(candidate -> candidate.getValue().asText().equals(amount))
                .findFirst()
                .orElseThrow(() -> NotTried.notApplicable("the carrier does not tell the amount in bytes"))
                .getKey();
        group.set(field, group.get(field).isTextual() ? JSON.textNode("0") : JSON.numberNode(0));
        final List<HourlyUsage> after = day.again(trial, day.list.with(groups)).orElse(List.of());
        unless(!after.isEmpty(), "an hour of 0 bytes is refused or left out");
        unless(
                after.get(0).data().equals(Optional.of(Quantity.bytes(0))),
                "an hour of 0 bytes is reported with "
                        + after.get(0).data().map(String::valueOf).orElse("no amount"));
    }

    private static void lostPages(final Trial trial) {
        final UsageRecordQuery query = HourlySums.wholeWindow(trial);
        final List<HourlyUsage> all = HourlySums.asked(trial, query);
        final List<Exchange> exchanges = trial.overlay().exchanges().stream()
                .filter(exchange -> !exchange.isForToken())
                .toList();
        if (exchanges.size() < 2) {
            throw NotTried.notApplicable("the carrier's hours fit on one page");
        }
        final String first = Answers.body(exchanges.get(0).answer());
        final GroupList list = GroupList.in(first)
                .orElseThrow(() -> NotTried.notApplicable("the carrier's hours do not come as a list"));
        for (final Damage damage : Damage.of(list)) {
            final AtomicBoolean done = new AtomicBoolean();
            trial.overlay()
                    .answer(exchange -> done.getAndSet(true)
                            ? exchange.answer()
                            : Answers.withBody(exchange.answer(), damage.body()));
            try {
                final int found = trial.respondent().usageByHour(query).size();
                unless(
                        found >= all.size(),
                        "with " + damage.how() + " on the first page, " + found + " of " + all.size()
                                + " groups are all there is");
            } catch (final UsageException refused) {
                unless(
                        refused.kind() == Kind.INVALID_DATA || refused.kind() == Kind.REJECTED_INPUT,
                        "with " + damage.how() + " on the first page, it is " + refused.getMessage());
            }
        }
    }

    static void anotherSim(final Trial trial) {
        final UsageRecordQuery day = HourlySums.dayOfOneSim(trial);
        final UsageRecordQuery window = HourlySums.wholeWindow(trial);
        int tried = 0;
        for (final AcceptedNames.Pair pair : AcceptedNames.usedSims(trial)) {
            final HttpResponse answer =
                    answersAbout(trial, window.of(pair.other())).get(0);
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

    private static List<HttpResponse> answersAbout(final Trial trial, final UsageRecordQuery query) {
        trial.account();
        trial.overlay().passOn();
        final int before = trial.overlay().exchanges().size();
        HourlySums.asked(trial, query);
        return trial.overlay().exchanges().stream()
                .skip(before)
                .filter(exchange -> !exchange.isForToken())
                .map(Exchange::answer)
                .toList();
    }
}
