package dev.anycarrier.pressone.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.anycarrier.http.CarrierWord;
import dev.anycarrier.http.NumberOrText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code GET …/sims/{iccid}/usage}. It does not name the SIM it is about.
 *
 * @param data the balance
 */
public record UsageAnswer(
        @JsonProperty(value = "data", required = true) @JsonSetter(nulls = Nulls.FAIL)
        Data data) {

    /**
     * The balance, summed over all packages on the SIM.
     *
     * @param status the state of the SIM
     * @param unlimited whether data is unlimited: then its total and remaining mean nothing; null for a recycled SIM
     * @param expiredAt the end of validity, {@code yyyy-MM-dd HH:mm:ss} without a zone, or null
     * @param total megabytes granted
     * @param remaining megabytes left
     * @param totalVoice minutes granted; 0 where the SIM has no voice
     * @param remainingVoice minutes left
     * @param totalText messages granted; 0 where the SIM has no text
     * @param remainingText messages left
     */
    public record Data(
            @JsonProperty(value = "status", required = true)
            @JsonSetter(nulls = Nulls.FAIL)
            @JsonDeserialize(using = CarrierWord.class)
            String status,

            @JsonProperty("is_unlimited") @Nullable Boolean unlimited,
            @JsonProperty("expired_at") @Nullable String expiredAt,

            @JsonProperty(value = "total", required = true)
            @JsonSetter(nulls = Nulls.FAIL)
            @JsonDeserialize(using = NumberOrText.class)
            BigDecimal total,

            @JsonProperty(value = "remaining", required = true)
            @JsonSetter(nulls = Nulls.FAIL)
            @JsonDeserialize(using = NumberOrText.class)
            BigDecimal remaining,

            @JsonProperty(value = "total_voice", required = true)
            @JsonSetter(nulls = Nulls.FAIL)
            @JsonDeserialize(using = NumberOrText.class)
            BigDecimal totalVoice,

            @JsonProperty(value = "remaining_voice", required = true)
            @JsonSetter(nulls = Nulls.FAIL)
            @JsonDeserialize(using = NumberOrText.class)
            BigDecimal remainingVoice,

            @JsonProperty(value = "total_text", required = true)
            @JsonSetter(nulls = Nulls.FAIL)
            @JsonDeserialize(using = NumberOrText.class)
            BigDecimal totalText,

            @JsonProperty(value = "remaining_text", required = true)
            @JsonSetter(nulls = Nulls.FAIL)
            @JsonDeserialize(using = NumberOrText.class)
            BigDecimal remainingText) {}
}
