package com.example.acme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.http.InvalidData;
import dev.anycarrier.http.StrictJson;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.UsageByHour;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.RawJson;
import dev.anycarrier.usage.SimId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Acme's data by the hour, in pages as events are. */
final class AcmeHours implements UsageByHour {

    private static final long SECONDS_OF_AN_HOUR = 3_600;

    private final AcmeApi api;
    private final ProviderContext context;

    AcmeHours(final AcmeApi api, final ProviderContext context) {
        this.api = api;
        this.context = context;
    }

    @Override
    public Page<HourlyUsage> page(final UsageRecordQuery query, final Optional<String> cursor) {
        final int number = AcmeEvents.pageNumber(cursor);
        final JsonNode page = AcmeErrors.data(
                AcmeFleets.envelope(StrictJson.tree(api.hours(
                        query.from().getEpochSecond(),
                        query.to().plusNanos(999_999_999).getEpochSecond(),
                        number,
                        query.sim()
                                .map(AcmeProvider::order)
                                .map(CarrierSimId::value)
                                .orElse(null),
                        query.country().orElse(null)))),
                context);
        if (page.path("page").intValue() != number || page.path("pages").intValue() < number) {
            throw InvalidData.field("data.page", "is not the page that was asked for");
        }
        if (!page.path("hours").isArray()) {
            throw InvalidData.field("data.hours", "is no list");
        }
        final List<HourlyUsage> hours = new ArrayList<>();
        page.path("hours").forEach(hour -> {
            requireAbout(query.sim(), hour);
            hours.add(hour(hour));
        });
        return new Page<>(
                hours.stream()
                        .filter(hour -> hour.hour().map(query::contains).orElse(true))
                        .toList(),
                AcmeEvents.next(number, page.path("pages").intValue()));
    }

    private static void requireAbout(final Optional<SimId> asked, final JsonNode hour) {
        final Optional<String> named = Optional.ofNullable(hour.path("order").textValue());
        if (asked.isPresent()
                && named.isPresent()
                && !named.get().equals(asked.get().value())) {
            throw InvalidData.of("an hour is about another order than the one asked for");
        }
    }

    private static HourlyUsage hour(final JsonNode hour) {
        return new HourlyUsage(start(hour.path("hour")), bytes(hour.path("bytes")), new RawJson(hour.toString()));
    }

    private static Optional<Instant> start(final JsonNode seconds) {
        return seconds.isIntegralNumber() && seconds.canConvertToLong() && seconds.longValue() > 0
                ? Optional.of(seconds.longValue())
                        .filter(start -> start % SECONDS_OF_AN_HOUR == 0)
                        .map(Instant::ofEpochSecond)
                : Optional.empty();
    }

    private static Optional<Quantity> bytes(final JsonNode bytes) {
        return bytes.isIntegralNumber() && bytes.canConvertToLong() && bytes.longValue() >= 0
                ? Optional.of(Quantity.bytes(bytes.longValue()))
                : Optional.empty();
    }
}
