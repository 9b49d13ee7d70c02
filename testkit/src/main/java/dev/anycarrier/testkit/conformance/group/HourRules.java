package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.Pages;
import dev.anycarrier.spi.UsageByHour;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.Asking;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.KnownAnswer;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Retold;
import dev.anycarrier.testkit.conformance.trial.Spot;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Usage by the hour, one value changed at a time, and one page at a time. */
public final class HourRules {

    private static final int MOST_PAGES = 1_000;

    public static final List<CheckedRule> ALL = List.of(
            must(
                            Group.RECORDS,
                            16,
                            "A group of an hour that was not recognised is kept as it was sent, and is never zero.")
                    .because("Nobody has published its shape: whoever needs it must be able to read it.")
                    .lookAt("Defaults for amounts and hours, groups that are left out, and HourlyUsage.raw().")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .shownBy(HourRules::keptRaw),
            must(Group.RECORDS, 17, "One page of hours is one request, and a cursor of another list is REJECTED_INPUT.")
                    .because("A cursor taken for the first page counts everything twice.")
                    .lookAt("Loops over pages, and the shape of the cursor.")
                    .concerning(Capability.USAGE_BY_HOUR)
                    .only(Route.PROVIDER)
                    .shownBy(HourRules::pages));

    private HourRules() {}

    private static List<HourlyUsage> hours(final Trial trial, final UsageRecordQuery query) {
        if (trial.route() != Route.PROVIDER) {
            try (Stream<HourlyUsage> hours = trial.account().usageByHour(query)) {
                return hours.toList();
            }
        }
        final UsageByHour hours = trial.provider().usageByHour().orElseThrow();
        final List<HourlyUsage> found = new ArrayList<>();
        new Pages<>(Optional.empty(), MOST_PAGES, cursor -> hours.page(query, cursor))
                .forEachRemaining(page -> found.addAll(page.items()));
        return found;
    }

    private static void requireRecords(final Trial trial) {
        if (trial.carrier().records().isEmpty()) {
            throw NotTried.notApplicable("the carrier has no records to hold its hours against");
        }
    }

    private static KnownAnswer<List<HourlyUsage>> knownDay(final Trial trial) {
        final UsageRecordQuery query = HourlySums.dayOfOneSim(trial);
        return KnownAnswer.of(
                trial, "the hours of " + query.sim().orElseThrow() + " of a day", () -> hours(trial, query));
    }

    private static void keptRaw(final Trial trial) {
        final KnownAnswer<List<HourlyUsage>> known = knownDay(trial);
        known.answer().forEach(hour -> mustBeKept(known, hour));
        for (final Spot<List<HourlyUsage>> spot : known.spots()) {
            if (!spot.place().pattern().contains("[]") || !spot.place().isScalar()) {
                continue;
            }
            mustBeLess(spot, spot.as("null"));
            mustBeLess(spot, spot.as("{}"));
            mustBeLess(spot, spot.as(spot.place().isText() ? "\"soon\"" : "\"7\""));
            spot.place().number().ifPresent(number -> {
                mustBeLess(spot, spot.as("-1"));
                mustBeLess(spot, spot.as("1e999"));
                mustBeLess(spot, spot.as(number.toPlainString() + ".5"));
            });
            if (spot.place().isField()) {
                mustBeLess(spot, spot.missing());
            }
        }
    }

    private static void mustBeKept(final KnownAnswer<?> known, final HourlyUsage hour) {
        unless(
                known.given().stream()
                        .map(Answers::body)
                        .anyMatch(body -> body.contains(hour.raw().json())),
                "the group of " + shown(hour) + " is kept as a text that is in none of the carrier's answers");
    }

    /** Without the text, which may name a SIM. */
    private static String shown(final HourlyUsage hour) {
        return hour.hour().map(Instant::toString).orElse("an unknown hour") + " with "
                + hour.data().map(Quantity::toString).orElse("an unknown amount") + " in "
                + hour.raw().json().length() + " characters";
    }

    private static void mustBeLess(final Spot<List<HourlyUsage>> spot, final Retold<List<HourlyUsage>> retold) {
        final List<HourlyUsage> before = spot.known().answer();
        retold.mustFailAsUnreadable().mustAnswerWithout(after -> {
            if (after.size() != before.size()) {
                return Optional.of("there are " + after.size() + " groups, not " + before.size());
            }
            for (int index = 0; index < before.size(); index++) {
                final HourlyUsage was = before.get(index);
                final HourlyUsage is = after.get(index);
                if ((is.hour().isPresent() && !is.hour().equals(was.hour()))
                        || (is.data().isPresent() && !is.data().equals(was.data()))
                        || is.raw().json().isBlank()) {
                    return Optional.of("a group is " + shown(is) + "\nbefore, it was " + shown(was));
                }
            }
            return Optional.empty();
        });
    }

    private static void pages(final Trial trial) {
        requireRecords(trial);
        final UsageRecordQuery query = RecordWindows.severalPages(trial).query();
        final UsageByHour hours = trial.provider().usageByHour().orElseThrow();
        final int before = trial.overlay().exchanges().size();
        final Page<HourlyUsage> page = Asking.mustSucceed("a page of hours", () -> hours.page(query, Optional.empty()));
        final int requests = trial.overlay().exchanges().size() - before;
        unless(
                requests == 1,
                "one page took " + requests + " requests, and held "
                        + page.items().size() + " groups");
        final UsageException failure = trial.failure(
                "a page of hours of a cursor that nobody gave out",
                () -> hours.page(query, Optional.of("../kit no cursor")));
        unless(failure.kind() == Kind.REJECTED_INPUT, "it is " + failure.getMessage());
        unless(trial.overlay().exchanges().size() == before + 1, "a request was sent for it");
    }
}
