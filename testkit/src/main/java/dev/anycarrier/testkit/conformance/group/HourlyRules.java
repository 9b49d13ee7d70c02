package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Usage by the hour is what the records add up to, and every group is kept as it was sent. */
public final class HourlyRules {

    public static final List<CheckedRule> ALL = List.of(
            must(Group.RECORDS, 23, "The hours of a window are recognised, and each is the sum of its records.")
                    .because("Hours and records of one window are shown beside each other.")
                    .lookAt("The names of fields, time zones, units, and the pages after the first.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(trial -> HourlySums.compare(trial, HourlySums.wholeWindow(trial), record -> true)),
            must(Group.RECORDS, 24, "A window holds the hours that begin in it, and no others.")
                    .because("Two windows that meet must neither share an hour nor lose one.")
                    .lookAt("Carriers that know only days: leave out by the start of the hour.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(HourlyRules::edges),
            must(
                            Group.RECORDS,
                            25,
                            "Hours asked of one SIM are those of that SIM, on every page and by each identifier.")
                    .because("Another customer's usage is on no one's bill but theirs.")
                    .lookAt("Whether the filter is sent with every page.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(HourlyRules::oneSim),
            must(Group.RECORDS, 26, "Hours asked of one country are those of that country, on every page.")
                    .because("Roaming is billed by country.")
                    .lookAt("Whether the filter is sent with every page, and in the case the carrier expects.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(HourlyRules::oneCountry),
            must(Group.RECORDS, 27, "A group of an hour is kept as it was sent, and without the others.")
                    .because("What was not recognised of it can still be read by whoever knows the carrier better.")
                    .lookAt("Whether HourlyUsage.raw() is cut out of the answer, or written anew.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(HourlyRules::keptAsSent));

    private HourlyRules() {}

    private static void edges(final Trial trial) {
        final List<Instant> hours =
                List.copyOf(HourlySums.expected(trial, record -> true).keySet());
        final Instant from = hours.get(hours.size() / 4);
        final Instant to = hours.get(3 * hours.size() / 4);
        if (!from.plusSeconds(1).isBefore(to)) {
            throw NotTried.notApplicable("the carrier's records are all of one hour");
        }
        final Map<Instant, Long> expected = HourlySums.expected(
                trial, record -> !record.time().isBefore(from) && record.time().isBefore(to));
        final UsageRecordQuery query = UsageRecordQuery.between(from, to);
        HourlySums.mustBe(expected, query, HourlySums.asked(trial, query));
        expected.remove(from);
        final UsageRecordQuery later = UsageRecordQuery.between(from.plusSeconds(1), to);
        HourlySums.mustBe(expected, later, HourlySums.asked(trial, later));
    }

    private static void oneSim(final Trial trial) {
        final SimId sim = mostFrequent(trial, record -> Optional.of(record.sim()));
        for (final SimId name : AcceptedNames.of(trial, sim)) {
            HourlySums.compare(
                    trial,
                    HourlySums.wholeWindow(trial).of(name),
                    record -> record.sim().equals(sim));
        }
    }

    private static void oneCountry(final Trial trial) {
        final String country = mostFrequent(trial, record -> record.network().flatMap(Network::country));
        HourlySums.compare(
                trial, HourlySums.wholeWindow(trial).in(country), record -> HourlySums.isIn(record, country));
    }

    private static <T> T mostFrequent(final Trial trial, final Function<UsageRecord, Optional<T>> key) {
        return HourlySums.records(trial).stream()
                .flatMap(record -> key.apply(record).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparing(Map.Entry<T, Long>::getValue)
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> NotTried.notApplicable("no record of the carrier says"));
    }

    private static void keptAsSent(final Trial trial) {
        trial.account();
        final int before = trial.overlay().exchanges().size();
        final List<HourlyUsage> groups = HourlySums.asked(trial, HourlySums.wholeWindow(trial));
        final List<String> sent = new ArrayList<>(trial.overlay().exchanges().stream()
                .skip(before)
                .filter(exchange -> !exchange.isForToken())
                .map(exchange -> Answers.body(exchange.answer()))
                .toList());
        int page = 0;
        int from = 0;
        for (final HourlyUsage group : groups) {
            final String raw = group.raw().json();
            GroupList.tree(raw);
            int found = sent.get(page).indexOf(raw, from);
            while (found < 0 && page + 1 < sent.size()) {
                page++;
                found = sent.get(page).indexOf(raw);
            }
            unless(found >= 0, "a group is kept as " + raw + ", which the carrier did not send there");
            from = found + raw.length();
        }
    }
}
