package dev.anycarrier.benchmarks.records;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jackson as most use it: each page to a list, whose records are summed. */
final class DatabindSums implements Sums {

    private static final ObjectReader READER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Page.class);

    private final PageBodies bodies;

    DatabindSums(final PageBodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public long[] read() {
        final Map<String, long[]> sums = new HashMap<>();
        Page page = page(0);
        add(page.usage(), sums);
        while (page.pagination().nextPage() != null) {
            page = page(PageBodies.position(page.pagination().nextPage()));
            add(page.usage(), sums);
        }
        return new long[] {
            sums.size(), sums.values().stream().mapToLong(sum -> sum[0]).sum()
        };
    }

    private Page page(final int position) {
        try {
            return READER.readValue(bodies.page(position));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(final List<Usage> page, final Map<String, long[]> sums) {
        for (final Usage usage : page) {
            sums.computeIfAbsent(usage.simId(), first -> new long[1])[0] += usage.bytes();
        }
    }

    record Page(
            @JsonProperty("pagination") Pagination pagination,
            @JsonProperty("usage") List<Usage> usage) {}

    record Pagination(
            @JsonProperty("next_page") @Nullable String nextPage,
            @JsonProperty("has_more") boolean hasMore) {}

    record Usage(
            @JsonProperty("time") String time,
            @JsonProperty("bill_id") String billId,
            @JsonProperty("sim_id") String simId,
            @JsonProperty("iccid") @Nullable String iccid,
            @JsonProperty("session_id") @Nullable String sessionId,
            @JsonProperty("bytes") long bytes,
            @JsonProperty("country_code") @Nullable String countryCode,
            @JsonProperty("network_type") @Nullable String networkType,
            @JsonProperty("network") @Nullable Network network) {}

    record Network(
            @JsonProperty("mcc") @Nullable String mcc,
            @JsonProperty("mnc") @Nullable String mnc) {}
}
