package com.example.acme;

import com.example.acme.wire.Event;
import com.example.acme.wire.EventPage;
import dev.anycarrier.http.CarrierUnit;
import dev.anycarrier.http.InvalidData;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Acme's events: numbered pages over a window of whole seconds, whose edges are cut here. */
final class AcmeEvents implements UsageRecords {

    private static final Pattern PAGE_NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    private static final int LENGTH_OF_COUNTRY_CODE = 3;

    private final AcmeApi api;
    private final ProviderContext context;

    AcmeEvents(final AcmeApi api, final ProviderContext context) {
        this.api = api;
        this.context = context;
    }

    @Override
    public Page<UsageRecord> page(final UsageRecordQuery query, final Optional<String> cursor) {
        final int number = pageNumber(cursor);
        final Optional<CarrierSimId> order = query.sim().map(AcmeProvider::order);
        final EventPage page = AcmeErrors.data(
                api.events(
                        query.from().getEpochSecond(),
                        query.to().plusNanos(999_999_999).getEpochSecond(),
                        number,
                        order.map(CarrierSimId::value).orElse(null),
                        query.country().orElse(null)),
                context);
        if (page.page() != number || page.pages() < number) {
            throw InvalidData.field("data.page", "is not the page that was asked for");
        }
        final List<UsageRecord> records = records(page.events(), query);
        return new Page<>(records, next(number, page.pages()), page.events().size() - records.size());
    }

    static int pageNumber(final Optional<String> cursor) {
        return cursor.map(AcmeEvents::number).orElse(1);
    }

    static Optional<String> next(final int number, final int pages) {
        return number < pages ? Optional.of(Integer.toString(number + 1)) : Optional.empty();
    }

    private static int number(final String cursor) {
        if (!PAGE_NUMBER.matcher(cursor).matches()) {
            throw UsageException.of(Kind.REJECTED_INPUT, "the cursor is not one of this query")
                    .build();
        }
        return Integer.parseInt(cursor);
    }

    private static List<UsageRecord> records(final List<Event> events, final UsageRecordQuery query) {
        final List<UsageRecord> records = new ArrayList<>(events.size());
        for (int index = 0; index < events.size(); index++) {
            final UsageRecord record = record("data.events[" + index + "].", events.get(index));
            if (query.sim().filter(asked -> !asked.equals(record.sim())).isPresent()) {
                throw InvalidData.of("an event is about another order than the one asked for");
            }
            if (query.contains(record.time())) {
                records.add(record);
            }
        }
        return records;
    }

    private static UsageRecord record(final String path, final Event event) {
        final Service service = AcmeUnits.service(path + "service", event.service());
        final CarrierUnit unit = AcmeUnits.unit(path + "unit", event.unit(), service);
        try {
            return new UsageRecord(
                    event.id(),
                    CarrierSimId.of(event.order()),
                    Optional.empty(),
                    Optional.empty(),
                    service,
                    unit.roundUp(path + "used", event.used(), fraction -> {}),
                    AcmeTimes.epochSeconds(path + "at", event.at()),
                    Optional.of(network(event)));
        } catch (final IllegalArgumentException e) {
            throw InvalidData.of("an event has no id, or an order that is no order number");
        }
    }

    private static Network network(final Event event) {
        final boolean whole = event.plmn().length() > LENGTH_OF_COUNTRY_CODE;
        return new Network(
                whole ? Optional.of(event.plmn().substring(0, LENGTH_OF_COUNTRY_CODE)) : Optional.empty(),
                whole ? Optional.of(event.plmn().substring(LENGTH_OF_COUNTRY_CODE)) : Optional.empty(),
                Optional.of(event.country().toUpperCase(Locale.ROOT)).filter(country -> !country.isBlank()),
                Optional.empty());
    }
}
