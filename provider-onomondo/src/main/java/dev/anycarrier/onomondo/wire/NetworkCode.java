package dev.anycarrier.onomondo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A mobile network.
 *
 * @param mcc the mobile country code, with leading zeros
 * @param mnc the mobile network code, with leading zeros
 */
public record NetworkCode(
        @JsonProperty("mcc") @Nullable String mcc,
        @JsonProperty("mnc") @Nullable String mnc) {}
