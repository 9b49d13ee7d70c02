package dev.anycarrier.onomondo;

import dev.anycarrier.http.InvalidData;
import dev.anycarrier.onomondo.wire.UsageIncrement;
import dev.anycarrier.onomondo.wire.UsagePage;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Onomondo's usage records: {@code GET /usage} for the account, {@code GET /usage/{sim}} for one SIM.
 *
 * <p>A window is asked for by its {@link CarrierPeriods}, one after the other, each over all its pages. A page longer
 * than asked is taken as it is; the bounds on a body and on its tokens are the bounds on a page.
 */
final class OnomondoRecords implements UsageRecords {

    private final OnomondoApi api;
    private final ProviderEvents events;

    OnomondoRecords(final OnomondoApi api, final ProviderEvents events) {
        this.api = api;
        this.events = events;
    }

    @Override
    public Page<UsageRecord> page(final UsageRecordQuery query, final Optional<String> cursor) {
        final Optional<String> sim = query.sim().map(OnomondoSims::askable);
        final PagePosition position = PagePosition.of("records", query, cursor);
        final Map<String, Object> parameters = UsageParameters.of(query, position);
        final UsagePage page =
                sim.map(id -> api.simUsage(id, parameters)).orElseGet(() -> api.accountUsage(parameters));
        final List<UsageRecord> wanted = wanted(query, page.usage());
        final int leftOut = page.usage().size() - wanted.size();
        return new Page<>(wanted, position.next(page.pagination()), leftOut);
    }

    private List<UsageRecord> wanted(final UsageRecordQuery query, final List<UsageIncrement> sent) {
        final List<UsageRecord> records = new ArrayList<>(sent.size());
        for (int index = 0; index < sent.size(); index++) {
            final String field = "usage[" + index + "]";
            final UsageRecord record = OnomondoMapping.record(field, sent.get(index));
            query.sim().ifPresent(asked -> requireAbout(asked, record, field));
            if (query.contains(record.time()) && isIn(query.country(), record)) {
                records.add(record);
            }
        }
        return records;
    }

    private void requireAbout(final SimId asked, final UsageRecord record, final String field) {
        final boolean same = asked instanceof Iccid iccid
                ? record.iccid().filter(iccid::equals).isPresent()
                : record.sim().equals(asked);
        if (!same) {
            throw InvalidData.anotherSim(field, events);
        }
    }

    /** A record without a country was found by the carrier's filter, and there is nothing to hold against it. */
    private static boolean isIn(final Optional<String> country, final UsageRecord record) {
        final Optional<String> recorded = record.network().flatMap(Network::country);
        return country.isEmpty() || recorded.isEmpty() || recorded.equals(country);
    }
}
