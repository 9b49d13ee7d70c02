package dev.anycarrier.onomondo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/**
 * One record of usage.
 *
 * @param time when, {@code yyyy-MM-dd HH:mm:ss} without a zone
 * @param billId a uuid, one for each record
 * @param simId nine digits with their leading zeros
 * @param iccid the ICCID
 * @param sessionId the session; several records may belong to one
 * @param bytes how much
 * @param countryCode two lower-case letters
 * @param networkType the radio access technology, such as {@code 4G}
 * @param network the mobile network
 */
public record UsageIncrement(
        @JsonProperty(value = "time", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String time,

        @JsonProperty(value = "bill_id", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String billId,

        @JsonProperty(value = "sim_id", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String simId,

        @JsonProperty("iccid") @Nullable String iccid,
        @JsonProperty("session_id") @Nullable String sessionId,

        @JsonProperty(value = "bytes", required = true) @JsonSetter(nulls = Nulls.FAIL)
        Long bytes,

        @JsonProperty("country_code") @Nullable String countryCode,
        @JsonProperty("network_type") @Nullable String networkType,
        @JsonProperty("network") @Nullable NetworkCode network) {}
