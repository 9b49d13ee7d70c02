package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.Capability;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Usage by the hour in shapes that nobody has published: recognised, kept, or refused, and never less. */
public final class HourShapeRules {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public static final List<CheckedRule> ALL = List.of(
            must(Group.RECORDS, 28, "Groups of hours in another place or form are recognised, kept, or INVALID_DATA.")
                    .because("The shape of hours is often published nowhere, and then it changes without notice.")
                    .lookAt("Groups that are left out because they have no hour, and arrays that are not there.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(HourShapeRules::otherShapes),
            must(Group.RECORDS, 30, "An hour in which nothing was used is zero, not unknown.")
                    .because("Absent and zero are two things.")
                    .lookAt("Comparisons with zero.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(HourShapeRules::zero));

    private HourShapeRules() {}

    /** A question about hours that was answered at once, with a list. */
    private record Day(HourWalk walk, GroupList list) {

        static Day of(final Trial trial) {
            final HourWalk walk = HourWalk.of(trial, HourlySums.dayOfOneSim(trial));
            return GroupList.in(walk.answers().get(0))
                    .filter(list -> walk.answers().size() == 1
                            && list.groups().size() == walk.groups().size())
                    .map(list -> new Day(walk, list))
                    .orElseThrow(
                            () -> NotTried.notApplicable("the hours of a day do not come as one list of one answer"));
        }

        List<HourlyUsage> groups() {
            return walk.groups();
        }

        /** The groups in another answer, or empty if it was refused as it may be. */
        Optional<List<HourlyUsage>> again(final Trial trial, final String how, final String body) {
            trial.overlay().answer(Answers.withBody(walk.answers().get(0), body));
            return walk.again(trial, how, Set.of(Kind.INVALID_DATA));
        }
    }

    private static void otherShapes(final Trial trial) {
        final Day day = Day.of(trial);
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
        final Optional<List<HourlyUsage>> answered = day.again(trial, "with the groups " + how, body);
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
        return day.groups().stream()
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

    private static void zero(final Trial trial) {
        final Day day = Day.of(trial);
        final HourlyUsage first = day.groups().get(0);
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
        final List<HourlyUsage> after = day.again(trial, "with an hour of 0 bytes", day.list.with(groups))
                .orElse(List.of());
        unless(!after.isEmpty(), "an hour of 0 bytes is refused or left out");
        unless(
                after.get(0).data().equals(Optional.of(Quantity.bytes(0))),
                "an hour of 0 bytes is reported with "
                        + after.get(0).data().map(String::valueOf).orElse("no amount"));
    }
}
