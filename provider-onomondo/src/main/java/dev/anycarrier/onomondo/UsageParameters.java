package dev.anycarrier.onomondo;

import dev.anycarrier.spi.UsageRecordQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The query of a request to {@code /usage}. Every filter is on every page, since the carrier's cursor does not remember
 * them; one filter is {@code filter=}, several are {@code filter[]=}, as the reference writes them.
 */
final class UsageParameters {

    private static final int PAGE_SIZE = 1000;

    private UsageParameters() {}

    static Map<String, Object> of(final UsageRecordQuery query, final PagePosition position) {
        final List<String> filters = new ArrayList<>();
        filters.add("time:" + position.period().name());
        query.country().ifPresent(country -> filters.add("country_code:" + country.toLowerCase(Locale.ROOT)));
        final Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(filters.size() == 1 ? "filter" : "filter[]", filters);
        parameters.put("limit", PAGE_SIZE);
        position.carrierCursor().ifPresent(cursor -> parameters.put("next_page", cursor));
        return parameters;
    }

    static Map<String, Object> byHour(final UsageRecordQuery query, final PagePosition position) {
        final Map<String, Object> parameters = of(query, position);
        parameters.put("group", "hours");
        return parameters;
    }
}
