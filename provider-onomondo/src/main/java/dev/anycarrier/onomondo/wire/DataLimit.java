package dev.anycarrier.onomondo.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The data limit of a SIM.
 *
 * @param used bytes used in the period, or null
 * @param total bytes allowed in the period
 * @param type how long a period is, such as {@code monthly}
 * @param period the current period, such as {@code 202401}
 * @param resetsAt when the next period starts, as an ISO 8601 instant
 */
@JsonIgnoreProperties("alert_threshold")
public record DataLimit(
        @JsonProperty("used") @Nullable Long used,

        @JsonProperty(value = "total", required = true) @Nullable
        Long total,

        @JsonProperty("type") @Nullable String type,
        @JsonProperty("period") @Nullable String period,
        @JsonProperty("resets_at") @Nullable String resetsAt) {}
