package dev.anycarrier.benchmarks.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Airalo's answer as one writes it down by hand, without any of our care.
 *
 * @param data the balance
 */
record UsageBody(@JsonProperty("data") Data data) {

    /**
     * The balance.
     *
     * @param status the carrier's word
     * @param unlimited whether the numbers of data mean nothing
     * @param expiredAt the end, as text
     * @param total megabytes granted
     * @param remaining megabytes left
     * @param totalVoice minutes granted
     * @param remainingVoice minutes left
     * @param totalText messages granted
     * @param remainingText messages left
     */
    record Data(
            @JsonProperty("status") @Nullable String status,
            @JsonProperty("is_unlimited") boolean unlimited,
            @JsonProperty("expired_at") @Nullable String expiredAt,
            @JsonProperty("total") long total,
            @JsonProperty("remaining") long remaining,
            @JsonProperty("total_voice") long totalVoice,
            @JsonProperty("remaining_voice") long remainingVoice,
            @JsonProperty("total_text") long totalText,
            @JsonProperty("remaining_text") long remainingText) {}
}
