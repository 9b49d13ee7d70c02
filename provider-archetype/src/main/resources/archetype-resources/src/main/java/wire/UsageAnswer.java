package ${package}.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.anycarrier.http.CarrierWord;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code GET /v1/sims/{iccid}/usage}. What is declared as required and is missing or null, or of another
 * type, makes the answer invalid: it never becomes a zero.
 *
 * @param iccid the SIM
 * @param status the state of the SIM
 * @param unlimited whether there is no limit: then {@code totalMb} means nothing
 * @param totalMb megabytes granted
 * @param usedMb megabytes used
 * @param expiresAt the end of validity, {@code yyyy-MM-dd HH:mm:ss} in UTC, or null before first use
 */
public record UsageAnswer(
        @JsonProperty(value = "iccid", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String iccid,

        @JsonProperty(value = "status", required = true)
        @JsonSetter(nulls = Nulls.FAIL)
        @JsonDeserialize(using = CarrierWord.class)
        String status,

        @JsonProperty(value = "unlimited", required = true) @JsonSetter(nulls = Nulls.FAIL)
        Boolean unlimited,

        @JsonProperty(value = "total_mb", required = true) @JsonSetter(nulls = Nulls.FAIL)
        BigDecimal totalMb,

        @JsonProperty(value = "used_mb", required = true) @JsonSetter(nulls = Nulls.FAIL)
        BigDecimal usedMb,

        @JsonProperty("expires_at") @Nullable String expiresAt) {}
