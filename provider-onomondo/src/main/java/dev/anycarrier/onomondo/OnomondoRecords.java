package dev.anycarrier.onomondo;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecordSink;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
        final List<UsageRecord> records = new ArrayList<>();
        final Page<UsageRecord> read = page(query, cursor, row -> records.add(OnomondoMapping.record(row)));
        return new Page<>(records, read.next(), read.leftOut() - records.size());
    }

    @Override
    public Page<UsageRecord> read(
            final UsageRecordQuery query, final Optional<String> cursor, final UsageRecordSink sink) {
        return page(query, cursor, row -> sink.record(row.id(), row.sim(), row.iccid(), Service.DATA, row.bytes()));
    }

    private Page<UsageRecord> page(
            final UsageRecordQuery query, final Optional<String> cursor, final Consumer<UsageRow> reader) {
        final Optional<String> sim = query.sim().map(OnomondoSims::askable);
        final PagePosition position = PagePosition.of("records", query, cursor);
        final Map<String, Object> parameters = UsageParameters.of(query, position);
        final HttpResponse answer =
                sim.map(id -> api.simUsage(id, parameters)).orElseGet(() -> api.accountUsage(parameters));
        final WantedRows wanted = new WantedRows(query, events);
        final UsagePage page = UsagePage.read(answer, events, (row, index) -> {
            if (wanted.include(row, index)) {
                reader.accept(row);
            }
        });
        return new Page<>(List.of(), position.next(page.pagination()), page.listed());
    }
}
