package dev.anycarrier.testkit.conformance;

import static dev.anycarrier.testkit.conformance.UnreadableValueSaboteurs.replacing;

import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageByHour;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.TagTotal;
import dev.anycarrier.usage.UsageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to make usage of what cannot be read, or belongs to somebody else. */
final class RecordValueSaboteurs {

    private static final Pattern ORDER = Pattern.compile("[?&]order=([^&]+)");

    static final List<Saboteur> ALL = List.of(
            Saboteur.of(
                    "RECORDS-12",
                    "takes every record for one of the SIM that it asked about",
                    () -> AcmeWith.sending(RecordValueSaboteurs::asIfOfTheSame)),
            Saboteur.of("RECORDS-13", "makes 0 of null", () -> replacing("\"used\":null", any -> "\"used\":\"0\"")),
            Saboteur.of(
                    "RECORDS-13",
                    "gives an id to a record that has none",
                    () -> replacing("\\{\"order\"", any -> "{\"id\":\"ev-1\",\"order\"")),
            Saboteur.of(
                    "RECORDS-13",
                    "takes the network of the record before for one that does not name its country",
                    () -> AcmeWith.records((acme, query, cursor) -> {
                        final Page<UsageRecord> page = acme.page(query, cursor);
                        return new Page<>(whereTheOneBeforeWas(page.items()), page.next(), page.leftOut());
                    })),
            Saboteur.of("RECORDS-14", "cuts at zero what is below", () -> replacing("\"-[0-9.]+\"", any -> "\"0\"")),
            Saboteur.of(
                            "RECORDS-16",
                            "says 0 where it does not understand an hour",
                            () -> eachHour(hour -> new HourlyUsage(
                                    hour.hour(), Optional.of(hour.data().orElse(Quantity.bytes(0))), hour.raw())))
                    .andMayBreak("RECORDS-28"),
            Saboteur.of(
                    "RECORDS-17",
                    "begins at the first page of hours when it does not understand the cursor",
                    () -> AcmeWith.hours(RecordValueSaboteurs::fromTheBeginning)),
            Saboteur.of(
                    "RECORDS-18",
                    "leaves a total of nothing open",
                    () -> AcmeWith.tagUsage(acme -> tag -> {
                        final TagTotal total = acme.total(tag);
                        return new TagTotal(
                                tag, total.data().filter(data -> !data.isZero()), total.period(), total.raw());
                    })),
            Saboteur.of(
                    "RECORDS-19",
                    "forgets the sign of a total",
                    () -> replacing("(\"fleet-[0-9]\",\"bytes\":)-", bytes -> bytes.group(1))),
            Saboteur.of(
                    "RECORDS-20",
                    "leaves out of a tag what it does not like",
                    () -> AcmeWith.tagUsage(acme -> tag -> acme.total(tag.replaceAll("[^a-z0-9-]", "")))),
            Saboteur.of(
                    "RECORDS-21",
                    "asks again without the country if something was left out",
                    () -> AcmeWith.records((acme, query, cursor) -> {
                        final Page<UsageRecord> page = acme.page(query, cursor);
                        return page.leftOut() == 0
                                ? page
                                : acme.page(
                                        new UsageRecordQuery(query.from(), query.to(), query.sim(), Optional.empty()),
                                        cursor);
                    })),
            Saboteur.of(
                    "RECORDS-22",
                    "counts a page itself to what it leaves out",
                    () -> AcmeWith.records((acme, query, cursor) -> {
                        final Page<UsageRecord> page = acme.page(query, cursor);
                        return new Page<>(page.items(), page.next(), page.leftOut() + 1);
                    })));

    private RecordValueSaboteurs() {}

    private static HttpResponse asIfOfTheSame(final Transport transport, final HttpRequest request) {
        final HttpResponse answer = transport.send(request);
        final Matcher order = ORDER.matcher(request.uri().toString());
        return order.find() && Answers.body(answer).contains("\"events\"")
                ? Answers.withBody(
                        answer,
                        Answers.body(answer).replaceAll("\"order\":\"[^\"]*\"", "\"order\":\"" + order.group(1) + "\""))
                : answer;
    }

    private static List<UsageRecord> whereTheOneBeforeWas(final List<UsageRecord> records) {
        final List<UsageRecord> changed = new ArrayList<>(records.size());
        Optional<Network> before = Optional.empty();
        for (final UsageRecord record : records) {
            final boolean named = record.network().flatMap(Network::country).isPresent();
            before = named || before.isEmpty() ? record.network() : before;
            changed.add(new UsageRecord(
                    record.id(),
                    record.sim(),
                    record.iccid(),
                    record.session(),
                    record.service(),
                    record.quantity(),
                    record.time(),
                    before));
        }
        return changed;
    }

    private static UsageProviderFactory eachHour(final UnaryOperator<HourlyUsage> change) {
        return AcmeWith.hours(acme -> (query, cursor) -> {
            final Page<HourlyUsage> page = acme.page(query, cursor);
            return new Page<>(page.items().stream().map(change).toList(), page.next());
        });
    }

    private static UsageByHour fromTheBeginning(final UsageByHour acme) {
        return (query, cursor) -> {
            try {
                return acme.page(query, cursor);
            } catch (final UsageException e) {
                if (e.kind() == UsageException.Kind.REJECTED_INPUT) {
                    return acme.page(query, Optional.empty());
                }
                throw e;
            }
        };
    }
}
