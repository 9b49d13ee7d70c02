package dev.anycarrier.testkit.conformance.group;

import static dev.anycarrier.testkit.conformance.trial.RuleDraft.must;
import static dev.anycarrier.testkit.conformance.trial.Violation.unless;

import com.fasterxml.jackson.core.JsonToken;
import dev.anycarrier.Capability;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Route;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.Asking;
import dev.anycarrier.testkit.conformance.trial.CheckedRule;
import dev.anycarrier.testkit.conformance.trial.JsonPlace;
import dev.anycarrier.testkit.conformance.trial.JsonPlaces;
import dev.anycarrier.testkit.conformance.trial.NotTried;
import dev.anycarrier.testkit.conformance.trial.Trial;
import dev.anycarrier.usage.UsageRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Walking through pages, whatever happens to one of them. */
public final class PageRules {

    private static final Set<Kind> CANNOT_GO_ON = Set.of(Kind.PROTOCOL, Kind.INVALID_DATA, Kind.TOO_LARGE);

    public static final List<CheckedRule> ALL = List.of(
            must(Group.RECORDS, 8, "A page asked for again is the same page, and no record is on two.")
                    .because("Who takes up a walk where it broke off counts on it.")
                    .lookAt(
                            "Cursors that are used up by being used, ids that are made up, and counters of pages in fields.")
                    .concerning(Capability.RECORDS)
                    .only(Route.PROVIDER)
                    .shownBy(PageRules::samePage),
            must(Group.RECORDS, 9, "An empty page that names a next one is not the last.")
                    .because("Carriers filter after they have cut their pages.")
                    .lookAt("Whether an end is taken from the number of records on a page.")
                    .concerning(Capability.RECORDS)
                    .shownBy(PageRules::emptyPage),
            must(Group.RECORDS, 10, "A carrier that gives the same page for ever is found out, and is not the end.")
                    .because("It is asked for ever otherwise, or the rest of the usage is given away.")
                    .lookAt("Cursors that come back: they are to be told as they are, the engine sees the circle.")
                    .concerning(Capability.RECORDS)
                    .shownBy(PageRules::samePageForEver),
            must(Group.RECORDS, 11, "A page that fails is a failure, and the walk can be taken up there.")
                    .because("A shorter list looks like less usage.")
                    .lookAt("Errors that are caught while pages are read, and what is made of a page without records.")
                    .concerning(Capability.RECORDS)
                    .shownBy(PageRules::failingPage));

    private PageRules() {}

    private static void samePage(final Trial trial) {
        final UsageRecordQuery query = RecordWindows.severalPages(trial).query();
        final UsageRecords records = trial.provider().records().orElseThrow();
        final Set<String> seen = new HashSet<>();
        Optional<String> cursor = Optional.empty();
        do {
            final Optional<String> here = cursor;
            final Page<UsageRecord> page = Asking.mustSucceed("a page", () -> records.page(query, here));
            final Page<UsageRecord> again = Asking.mustSucceed("the same page", () -> records.page(query, here));
            unless(
                    page.equals(again),
                    "a page is " + shown(page) + "\nasked for again with the same cursor it is " + shown(again));
            page.items()
                    .forEach(record -> unless(
                            seen.add(record.id()), "the record " + record.id() + " is on two pages, or on one twice"));
            cursor = page.next();
            unless(!cursor.equals(here), "the page after a page is the same page");
        } while (cursor.isPresent());
    }

    private static String shown(final Page<UsageRecord> page) {
        return page.items().size() + " records from "
                + page.items().stream().findFirst().map(UsageRecord::id).orElse("none") + " on, "
                + (page.next().isPresent() ? "with another page" : "the last");
    }

    private static void emptyPage(final Trial trial) {
        final RecordWindows.Walk walk = RecordWindows.severalPages(trial);
        final Page<UsageRecord> first = Asking.mustSucceed(
                "the first page", () -> trial.provider().records().orElseThrow().page(walk.query(), Optional.empty()));
        final List<UsageRecord> expected = walk.records()
                .subList(
                        RecordWindows.byId(first.items()).size(), walk.records().size());
        answerTo(trial, 0, PageRules::withoutRecords);
        final List<UsageRecord> read =
                Asking.mustSucceed("the records", () -> trial.respondent().records(walk.query()));
        unless(
                read.equals(expected),
                "behind an empty first page there are " + expected.size() + " records, reported are " + read.size());
    }

    private static HttpResponse withoutRecords(final HttpResponse answer) {
        final List<JsonPlace> places = JsonPlaces.of(Answers.body(answer));
        return places.stream()
                .filter(place -> place.token() == JsonToken.START_ARRAY)
                .max(Comparator.comparingInt(place -> place.end() - place.start()))
                .map(list -> Answers.withBody(answer, list.replacedBy("[]")))
                .orElseThrow(() -> NotTried.notApplicable("the carrier answers without any list"));
    }

    /** Answers one request otherwise, counted from 0. */
    private static void answerTo(final Trial trial, final int request, final UnaryOperator<HttpResponse> change) {
        final AtomicInteger next = new AtomicInteger();
        trial.overlay()
                .answer(exchange ->
                        next.getAndIncrement() == request ? change.apply(exchange.answer()) : exchange.answer());
    }

    private static void samePageForEver(final Trial trial) {
        final RecordWindows.Walk walk = RecordWindows.severalPages(trial);
        trial.provider();
        final List<HttpResponse> first = new ArrayList<>();
        trial.overlay().answer(exchange -> {
            synchronized (first) {
                first.add(exchange.answer());
                return first.get(0);
            }
        });
        try {
            final int read = trial.respondent().records(walk.query()).size();
            unless(
                    first.size() >= walk.requests(),
                    "the carrier gave the first page again and again: after " + first.size()
                            + " requests the walk ended" + " as if all was read, with " + read + " of "
                            + walk.records().size() + " records");
        } catch (final UsageException e) {
            unless(
                    CANNOT_GO_ON.contains(e.kind()),
                    "the carrier gave the first page again and again: it is " + e.getMessage());
        }
    }

    private static void failingPage(final Trial trial) {
        final RecordWindows.Walk walk = RecordWindows.severalPages(trial);
        final List<UnaryOperator<HttpResponse>> faults = List.of(
                answer -> Answers.json(500, "{}"),
                answer -> Answers.json(400, "{}"),
                answer -> Answers.withBody(answer, cut(Answers.body(answer))),
                answer -> Answers.json(200, "{}"));
        for (final UnaryOperator<HttpResponse> fault : faults) {
            answerTo(trial, 1, fault);
            if (trial.route() == Route.PROVIDER) {
                Asking.mustFail(
                        "the records, whose second page fails",
                        () -> trial.respondent().records(walk.query()));
            } else {
                takeUp(trial, walk);
            }
        }
    }

    private static String cut(final String body) {
        return body.substring(0, body.length() / 2);
    }

    private static void takeUp(final Trial trial, final RecordWindows.Walk walk) {
        final List<UsageRecord> read = new ArrayList<>();
        final UsageException failure = Asking.mustFail("the records, whose second page fails", () -> {
            try (Stream<UsageRecord> records = trial.account().records(walk.query())) {
                records.forEach(read::add);
            }
            return read.size() + " records";
        });
        final String place = failure.resumeAt().orElse("");
        unless(
                !place.isEmpty(),
                "after " + read.size() + " records it failed without a place to go on at: " + failure.getMessage());
        trial.overlay().passOn();
        final List<UsageRecord> rest = Asking.mustSucceed("the rest of the records", () -> {
            try (Stream<UsageRecord> records = trial.account().records(walk.query(), place)) {
                return records.toList();
            }
        });
        read.addAll(rest);
        unless(
                read.equals(walk.records()),
                "read before a page failed and after it were " + read.size() + " records (" + rest.size()
                        + " after), and there are " + walk.records().size());
    }
}
