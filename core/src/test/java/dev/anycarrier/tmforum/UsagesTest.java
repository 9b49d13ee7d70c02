package dev.anycarrier.tmforum;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsagesTest {

    private static final List<Instant> TIMES =
            List.of(Instant.EPOCH, Instant.MIN, Instant.MAX, Instant.parse("2026-11-25T20:00:00.123456789Z"));

    @Test
    void every_record_is_what_the_standard_says() {
        assertThat(everyShape())
                .hasSizeGreaterThan(700)
                .allSatisfy(record -> assertThat(Schemas.USAGE_AS_PUBLISHED.violations(Usages.toJson(record)))
                        .as("%s", record)
                        .isEmpty());
    }

    @Test
    void every_record_has_members_of_the_standard_alone() {
        assertThat(everyShape())
                .allSatisfy(record -> assertThat(Schemas.USAGE.violations(Usages.toJson(record)))
                        .as("%s", record)
                        .isEmpty());
    }

    @Test
    void no_member_can_be_renamed_unnoticed() {
        assertThat(Renaming.allOf(Usages.toJson(full())))
                .hasSizeGreaterThan(30)
                .allSatisfy(renaming -> assertThat(Schemas.USAGE.violations(renaming.document()))
                        .as(renaming.member())
                        .isNotEmpty());
    }

    @Test
    void what_is_no_time_or_no_state_of_the_standard_is_noticed() {
        assertThat(Schemas.USAGE.violations(Usages.toJson(full()).put("usageDate", "1970-01-01 00:00:00")))
                .isNotEmpty();
        assertThat(Schemas.USAGE.violations(Usages.toJson(full()).put("status", "told")))
                .isNotEmpty();
    }

    @Test
    void a_record_is_told_to_the_byte_and_the_letter() {
        final JsonNode json = Usages.toJson(full());

        assertThat(json.path("id").asText()).isEqualTo("r-1");
        assertThat(json.path("usageDate").asText()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(json.path("usageType").asText()).isEqualTo("data");
        assertThat(json.path("status").asText()).isEqualTo("received");
        assertThat(json.path("usageCharacteristic")
                        .valueStream()
                        .map(one -> one.path("name").asText() + "=" + one.path("value")))
                .containsExactly(
                        "quantity=9223372036854775807",
                        "units=\"bytes\"",
                        "sim=\"000000001\"",
                        "iccid=\"8944465400000217735\"",
                        "session=\"s\"",
                        "mobileCountryCode=\"001\"",
                        "mobileNetworkCode=\"01\"",
                        "country=\"DK\"",
                        "radioAccessTechnology=\"4G\"");
    }

    @Test
    void what_the_carrier_does_not_tell_is_absent() {
        final JsonNode json = Usages.toJson(record(Service.VOICE, Instant.EPOCH, 0));

        assertThat(json.path("usageCharacteristic").findValuesAsText("name"))
                .containsExactly("quantity", "units", "sim");
    }

    private static UsageRecord full() {
        return record(Service.DATA, Instant.EPOCH, 0b111111);
    }

    /** Each service and each time with each selection of what may be absent. */
    private static List<UsageRecord> everyShape() {
        final List<UsageRecord> records = new ArrayList<>();
        for (final Service service : Service.values()) {
            for (final Instant time : TIMES) {
                for (int parts = 0; parts < 64; parts++) {
                    records.add(record(service, time, parts));
                }
            }
        }
        return records;
    }

    private static UsageRecord record(final Service service, final Instant time, final int parts) {
        final Network network = new Network(
                maybe("001", parts, 2), maybe("01", parts, 3), maybe("DK", parts, 4), maybe("4G", parts, 5));
        return new UsageRecord(
                "r-1",
                new CarrierSimId("000000001"),
                maybe("8944465400000217735", parts, 0).map(Iccid::of),
                maybe("s", parts, 1),
                service,
                new Quantity(Long.MAX_VALUE, service.unit()),
                time,
                parts == 0 ? Optional.empty() : Optional.of(network));
    }

    private static Optional<String> maybe(final String text, final int parts, final int bit) {
        return ((parts >> bit) & 1) == 1 ? Optional.of(text) : Optional.empty();
    }
}
