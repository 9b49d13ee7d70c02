package dev.anycarrier.onomondo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.http.InvalidData;
import dev.anycarrier.onomondo.wire.Pagination;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.UsageByHour;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.RawJson;
import dev.anycarrier.usage.SimId;
import java.util.Map;
import java.util.Optional;

/**
 * Usage grouped by hours: {@code /usage} with {@code group=hours}. The shape of the answer is published nowhere, so the
 * hour and the bytes of a group are filled in only where they carry the names and forms that records have, and each
 * group is kept as it was sent. Windows, filters and pages are those of {@link OnomondoRecords}.
 */
final class OnomondoHours implements UsageByHour {

    private final OnomondoApi api;
    private final ProviderEvents events;

    OnomondoHours(final OnomondoApi api, final ProviderEvents events) {
        this.api = api;
        this.events = events;
    }

    @Override
    public Page<HourlyUsage> page(final UsageRecordQuery query, final Optional<String> cursor) {
        final Optional<String> sim = query.sim().map(OnomondoSims::askable);
        final PagePosition position = PagePosition.of("hours", query, cursor);
        final Map<String, Object> parameters = UsageParameters.byHour(query, position);
        final RawJson answer =
                sim.map(id -> api.simUsageByHour(id, parameters)).orElseGet(() -> api.accountUsageByHour(parameters));
        final JsonNode tree = UnpublishedShape.read(answer);
        return new Page<>(
                HourlyGroups.of(answer, tree).stream()
                        .map(group -> group(query, group))
                        .filter(group -> group.hour().map(query::contains).orElse(true))
                        .toList(),
                position.next(pagination(tree.path("pagination"))));
    }

    private HourlyUsage group(final UsageRecordQuery query, final HourlyGroups.Group group) {
        query.sim().ifPresent(asked -> requireAbout(asked, group.node()));
        return new HourlyUsage(UnpublishedShape.hour(group.node()), UnpublishedShape.bytes(group.node()), group.raw());
    }

    /** A group that does not name a SIM proves nothing either way. */
    private void requireAbout(final SimId asked, final JsonNode group) {
        final Optional<String> named =
                asked instanceof Iccid ? UnpublishedShape.text(group, "iccid") : UnpublishedShape.text(group, "sim_id");
        if (named.isPresent() && !named.get().equals(asked.value())) {
            throw InvalidData.anotherSim("a group", events);
        }
    }

    private static Pagination pagination(final JsonNode sent) {
        final JsonNode next = sent.path("next_page");
        if (!next.isTextual() && !next.isNull() && !next.isMissingNode()) {
            throw InvalidData.field("pagination.next_page", "is no text");
        }
        return new Pagination(next.textValue(), sent.path("has_more").booleanValue());
    }
}
