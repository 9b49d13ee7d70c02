package dev.anycarrier.testkit.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.anycarrier.http.CarrierWord;
import dev.anycarrier.http.NumberOrText;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the made-up carrier promises to answer: {@code {"iccid": …, "data": {"total": …, "remaining": …}}}, in bytes; or,
 * with the same HTTP 200, {@code {"error": {"code": …}}}.
 *
 * @param iccid the SIM it is about
 * @param data the balance
 * @param status the state of the SIM in a word
 * @param expiresAt {@code yyyy-MM-dd HH:mm:ss}, in UTC
 * @param networks where the SIM may be used
 * @param error what went wrong instead
 */
record TinyAnswer(
        @JsonProperty("iccid") @Nullable String iccid,
        @JsonProperty("data") @Nullable Data data,

        @JsonProperty("status") @JsonDeserialize(using = CarrierWord.class) @Nullable
        String status,

        @JsonProperty("expires_at") @Nullable String expiresAt,
        @JsonProperty("networks") @Nullable List<String> networks,
        @JsonProperty("error") @Nullable Failure error) {

    /**
     * The balance.
     *
     * @param total bytes granted; a number or a text
     * @param remaining bytes left; a number
     */
    record Data(
            @JsonProperty(value = "total", required = true)
            @JsonSetter(nulls = Nulls.FAIL)
            @JsonDeserialize(using = NumberOrText.class)
            BigDecimal total,

            @JsonProperty(value = "remaining", required = true) @JsonSetter(nulls = Nulls.FAIL)
            BigDecimal remaining) {}

    /**
     * An error of the carrier's own.
     *
     * @param code its code
     */
    record Failure(
            @JsonProperty(value = "code", required = true) @JsonSetter(nulls = Nulls.FAIL)
            String code) {}
}
